package org.ladera.session;

/** How far one step goes. */
public enum Granularity {
  OPERATION,
  UPDATE,
  EPOCH
}
