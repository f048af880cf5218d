package org.ladera.present.step;

import org.ladera.explain.Expression;
import org.ladera.explain.Notation;
import org.ladera.explain.NumPy;
import org.ladera.explain.PlainText;
import org.ladera.explain.Tex;
import org.ladera.explain.Writing;
import org.ladera.explain.Writing.With;

/** The breakdown of the chosen element as text that can be used elsewhere. */
public final class CopiedBreakdown {
  /** Ways to write a breakdown. */
  public enum Form {
    TEXT,
    LATEX,
    NUMPY
  }

  private CopiedBreakdown() {}

  /** With names, with numbers and the result, a line each; for NumPy one line that gives it. */
  public static String of(StepModel model, Form form) {
    Notation notation = model.update().style().notation();
    Writing plain =
        switch (form) {
          case TEXT -> new PlainText(notation);
          case LATEX -> Tex.document(notation);
          case NUMPY -> new NumPy(notation);
        };
    Writing writing = plain.of(model.update().trace().experiment().network());
    Expression expression = model.breakdown().expression();
    String before = model.quantity().map(q -> writing.name(q) + " = ").orElse("");
    if (form == Form.NUMPY) {
      return before + writing.write(expression, With.NUMBERS);
    }
    return before
        + writing.write(expression, With.NAMES)
        + "\n"
        + (before.isEmpty() ? "" : "= ")
        + writing.write(expression, With.NUMBERS)
        + "\n= "
        + writing.number(model.breakdown().value());
  }
}
