package org.ladera.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run is carried out as. */
enum ExportForm {
  NUMPY,
  PYTORCH,
  /** The first update as functions to fill in. */
  WORKSHOP,
  NPZ,
  CSV,
  JSON,
  PNG,
  GIF;

  static List<String> words() {
    return Stream.of(values()).map(ExportForm::word).toList();
  }

  /** Empty where no form is called so. */
  static Optional<ExportForm> of(String word) {
    return Stream.of(values()).filter(form -> form.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
