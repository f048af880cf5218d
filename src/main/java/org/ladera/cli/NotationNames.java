package org.ladera.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.explain.Notation;
import org.ladera.explain.NumPy;
import org.ladera.explain.PlainText;
import org.ladera.explain.Tex;
import org.ladera.explain.Writing;
import org.ladera.text.Messages;

/** The names by which {@code --notation} chooses how formulas are written. */
final class NotationNames {
  private static final List<String> FORMS = List.of("text", "latex", "numpy");

  private NotationNames() {}

  /** What a line of names chooses: the notation, and the form it is written in. */
  record Chosen(Notation notation, String form) {
    Writing writing() {
      return switch (form) {
        case "latex" -> Tex.document(notation);
        case "numpy" -> new NumPy(notation);
        default -> new PlainText(notation);
      };
    }
  }

  static Chosen read(List<String> names, Messages messages) {
    Notation notation = Notation.ENGINE;
    String form = "text";
    for (String name : names) {
      String word = name.strip();
      Optional<Notation.Choice> choice = Notation.choice(word);
      if (choice.isPresent()) {
        notation = notation.with(choice.get());
      } else if (FORMS.contains(word)) {
        form = word;
      } else {
        throw Refusal.unknown(messages, "notation", word, all());
      }
    }
    return new Chosen(notation.inLanguage(messages.language().decimal() == ','), form);
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(FORMS);
    Notation.choices().forEach(choice -> all.add(choice.word()));
    return all;
  }
}
