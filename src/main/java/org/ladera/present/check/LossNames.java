package org.ladera.present.check;

import java.util.Locale;
import java.util.Map;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LossSpec;
import org.ladera.text.Messages;

/** A loss as a short formula, with symbols between dollar signs. */
final class LossNames {
  private LossNames() {}

  static String of(LossSpec loss, Messages messages) {
    String sum = messages.text("formula.loss." + loss.kind().id());
    Factor factor = loss.factor();
    if (factor.rule() == Factor.Rule.FIXED) {
      return messages.text(
          "check.factor.fixed",
          Map.of("factor", messages.numbers().shown(factor.fixed()), "sum", sum));
    }
    String key = "check.factor." + factor.rule().name().toLowerCase(Locale.ROOT);
    return messages.text(key, Map.of("sum", sum));
  }
}
