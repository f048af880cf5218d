package org.ladera.cli;

/** What a picture of a moment is written as. */
enum StillForm {
  PNG,
  SVG,
  PDF
}
