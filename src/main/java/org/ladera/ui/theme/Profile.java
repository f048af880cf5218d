package org.ladera.ui.theme;

/** How the whole program looks. */
public enum Profile {
  LIGHT,
  DARK,
  PROJECTOR
}
