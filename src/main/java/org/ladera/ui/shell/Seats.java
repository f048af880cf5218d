package org.ladera.ui.shell;

import java.util.List;
import org.ladera.lesson.ViewRef;
import org.ladera.present.CurveModel;
import org.ladera.present.DataModel;
import org.ladera.present.RunsModel;
import org.ladera.present.UpdatesModel;
import org.ladera.ui.view.DataView;
import org.ladera.ui.view.LossCurveView;
import org.ladera.ui.view.RunsView;
import org.ladera.ui.view.UpdatesView;
import org.ladera.ui.view.ViewContext;

/** Knows the component and the model of every kind of view. */
final class Seats {
  private static final Seat.Needs NOTHING = (ref, frame) -> List.of();

  private Seats() {}

  static Seat<?> of(ViewRef ref, ViewContext context) {
    return switch (ref.kind()) {
      case DATA -> new Seat<>(ref, new DataView(context), DataModel::of, NOTHING);
      case LOSS_CURVE -> new Seat<>(ref, new LossCurveView(context), CurveModel::of, NOTHING);
      case RUNS -> new Seat<>(ref, new RunsView(context), RunsModel::of, NOTHING);
      case UPDATES ->
          new Seat<>(
              ref,
              new UpdatesView(context),
              (frame, r, brush, messages, labels) -> UpdatesModel.of(frame, r, brush, messages),
              NOTHING);
      case BOUNDARY, HIDDEN_SPACE, SURFACE, CONTOUR, SLICE ->
          new Seat<>(ref, new LossCurveView(context), CurveModel::of, NOTHING);
    };
  }
}
