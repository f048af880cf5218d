/** What the views of activation functions and their slopes show, worked out from a frame. */
package org.ladera.present.activation;
