package org.ladera.store.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run is carried out as. */
public enum ExportForm {
  NUMPY,
  PYTORCH,
  /** The first update as functions to fill in. */
  WORKSHOP,
  NPZ,
  CSV,
  JSON,
  PNG,
  SVG,
  PDF,
  GIF;

  public static List<String> words() {
    return Stream.of(values()).map(ExportForm::word).toList();
  }

  /** Empty where no form is called so. */
  public static Optional<ExportForm> of(String word) {
    return Stream.of(values()).filter(form -> form.word().equals(word)).findFirst();
  }

  /** As the command line writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
