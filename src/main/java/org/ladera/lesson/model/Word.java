package org.ladera.lesson.model;

import java.util.Locale;

/** A constant that a lesson file names: {@code LOSS_CURVE} is written {@code loss-curve}. */
public interface Word {
  String name();

  /** As a lesson file and the command line write it. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
