package org.ladera.cli;

import java.util.Collection;
import java.util.Map;
import org.ladera.text.Messages;
import org.ladera.text.Nearest;

/** A command cannot do what was asked; the message says why, in the person's language. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Exit codes as other programs have them. */
  static final int FAULT = 1;

  static final int USAGE = 2;

  private final int code;

  private Refusal(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }

  /** What was typed is right, but it could not be done. */
  static Refusal fault(String message) {
    return new Refusal(FAULT, message);
  }

  /** What was typed is not understood. */
  static Refusal usage(String message) {
    return new Refusal(USAGE, message);
  }

  /**
   * A name that does not exist, with the one that was probably meant.
   *
   * @param what key of the kind of name: {@code cli.unknown.<what>}
   */
  static Refusal unknown(Messages messages, String what, String typed, Collection<String> valid) {
    return usage(unknownText(messages, what, typed, valid));
  }

  static String unknownText(
      Messages messages, String what, String typed, Collection<String> valid) {
    String sentence = messages.text("cli.unknown." + what, Map.of("name", typed));
    String answer =
        Nearest.to(typed, valid)
            .map(near -> messages.text("cli.did-you-mean", Map.of("name", near)))
            .orElseGet(
                () ->
                    messages.text(
                        "cli.valid-names",
                        Map.of("names", String.join(", ", valid.stream().sorted().toList()))));
    return sentence + " " + answer;
  }
}
