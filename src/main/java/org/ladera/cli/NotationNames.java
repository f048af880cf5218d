package org.ladera.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ladera.explain.Notation;
import org.ladera.explain.NumPy;
import org.ladera.explain.PlainText;
import org.ladera.explain.Tex;
import org.ladera.explain.Writing;
import org.ladera.text.Messages;

/** The names by which {@code --notation} chooses how formulas are written. */
final class NotationNames {
  /** What a formula is written as. */
  private enum Form {
    TEXT,
    LATEX,
    NUMPY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private NotationNames() {}

  /** What a line of names chooses: the notation, and the form it is written in. */
  record Chosen(Notation notation, Form form) {
    Writing writing() {
      return switch (form) {
        case TEXT -> new PlainText(notation);
        case LATEX -> Tex.document(notation);
        case NUMPY -> new NumPy(notation);
      };
    }
  }

  static Chosen read(List<String> names, Messages messages) {
    Notation notation = Notation.ENGINE;
    Form form = Form.TEXT;
    for (String name : names) {
      String word = name.strip();
      Optional<Notation.Choice> choice = Notation.choice(word);
      Optional<Form> written =
          Stream.of(Form.values()).filter(f -> f.word().equals(word)).findAny();
      if (choice.isPresent()) {
        notation = notation.with(choice.get());
      } else if (written.isPresent()) {
        form = written.get();
      } else {
        throw Refusal.unknown(messages, "notation", word, all());
      }
    }
    return new Chosen(notation.inLanguage(messages.language().decimal() == ','), form);
  }

  private static List<String> all() {
    return Stream.concat(
            Stream.of(Form.values()).map(Form::word),
            Notation.choices().stream().map(Notation.Choice::word))
        .toList();
  }
}
