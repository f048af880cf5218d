package org.ladera.present.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/**
 * The gradient check as a view: one derivative in detail, and all of them in a table. Options of
 * the view: {@code parameter}, the one in detail, else the first; {@code own}, whether it is held
 * against the loss that the run descends even where the scene claims another.
 *
 * @param reading the loss that the derivatives are taken of
 * @param chosen the parameter in detail
 * @param row its row in the table; −1 where it was not compared
 * @param lit the row of the parameter that is lit up; −1 for none
 */
public record GradientCheckModel(
    String title,
    String reading,
    String spoken,
    DerivativeModel derivative,
    GradientRows table,
    ParameterRef chosen,
    int row,
    int lit)
    implements CardModel {
  /** The parameter {@code by} rows away from the chosen one; the last one where there is an end. */
  public Optional<ParameterRef> beside(int by) {
    if (table.rows().isEmpty()) {
      return Optional.empty();
    }
    long wanted = row < 0 ? 0 : (long) row + by;
    int next = Math.clamp(wanted, 0, table.rows().size() - 1);
    return Optional.of(table.rows().get(next).parameter());
  }

  /** The derivative in detail and the table with all digits, for other programs. */
  public String copied() {
    return table.rows().stream()
        .map(GradientRows.Row::copied)
        .collect(Collectors.joining("\n", derivative.copied() + "\n\n", ""));
  }

  /** What has to be watched. */
  public static Set<FieldRequest> wanted(ViewSpec.GradientCheck spec, Frame frame) {
    RunFrame run = frame.run(spec.run());
    Optional<LossSpec> claimed = claimed(spec, frame);
    // Beside a running network there is no time for a long check.
    boolean thorough = !(frame.status() instanceof Status.Running);
    return Set.of(
        new FieldRequest.Derivative(run.id(), parameter(spec, run), claimed),
        new FieldRequest.Gradient(run.id(), claimed, thorough));
  }

  /** The view of {@code spec} of this frame. */
  public static GradientCheckModel of(
      Frame frame,
      ViewSpec.GradientCheck spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    RunFrame run = frame.run(spec.run());
    Optional<LossSpec> claimed = claimed(spec, frame);
    ParameterRef chosen = parameter(spec, run);
    DerivativeModel derivative = DerivativeModel.of(frame, run, chosen, claimed, messages);
    Optional<GradientReport> report = frame.checks().gradient(run.id(), claimed, run.update());
    GradientRows table =
        report
            .map(r -> GradientRows.of(r, run, claimed, messages))
            .orElse(new GradientRows("", "", List.of()));
    LossSpec loss = claimed.orElse(run.experiment().loss());
    List<String> said = new ArrayList<>();
    said.add(derivative.spoken());
    if (!table.summary().isEmpty()) {
      said.add(table.summary());
    }
    said.add(messages.text("check.keys"));
    return new GradientCheckModel(
        frame.runs().size() > 1
            ? messages.text("check.view.of", Map.of("run", labels.run(run.id(), "")))
            : messages.text("check.view.title"),
        messages.text("check.view.loss", Map.of("loss", name(run, loss, messages))),
        RichText.parse(String.join(". ", said)).plain(),
        derivative,
        table,
        chosen,
        row(table, Optional.of(chosen)),
        row(table, highlight.parameter()));
  }

  /** A function is descended itself; only the loss of a network needs its formula. */
  private static String name(RunFrame run, LossSpec loss, Messages messages) {
    return run.experiment().function().isPresent() ? "$J$" : LossNames.of(loss, messages);
  }

  private static Optional<LossSpec> claimed(ViewSpec.GradientCheck spec, Frame frame) {
    return spec.own() ? Optional.empty() : frame.claimed();
  }

  private static ParameterRef parameter(ViewSpec.GradientCheck spec, RunFrame run) {
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    return spec.parameter().filter(layout::has).orElse(layout.refAt(0));
  }

  private static int row(GradientRows table, Optional<ParameterRef> parameter) {
    for (int i = 0; i < table.rows().size(); i++) {
      if (Optional.of(table.rows().get(i).parameter()).equals(parameter)) {
        return i;
      }
    }
    return -1;
  }
}
