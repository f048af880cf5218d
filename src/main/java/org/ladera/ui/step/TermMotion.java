package org.ladera.ui.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.ladera.present.step.Accumulation.Term;
import org.ladera.present.step.StepModel;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;

/**
 * Shows how the chosen element comes about, over the screen that has its numbers: those of a term
 * leave their cells and meet, their product drops into its place in the line of numbers, and the
 * sum lands in its cell. Every number in it is one of the update.
 */
final class TermMotion extends Region {
  /** How long it takes, as a share of the time that the transport gives a step. */
  private static final double ONE_TERM = 0.62;

  private static final double ALL_TERMS = 0.9;

  /** Until then the terms have dropped; after it their sum is on its way. */
  private static final double DROPPED = 0.74;

  /** How much later each term begins than the one before it, as a share of a term's time. */
  private static final double STAGGER = 0.4;

  private final TermStage stage;
  private final Consumer<TermLight> lit;
  private final SharpCanvas canvas = new SharpCanvas(() -> {});
  private final Course course = new Course();
  private List<Term> terms = List.of();

  /** One for each term; none of what is not seen on the screen. */
  private List<Optional<TermFlight>> flights = List.of();

  private Optional<TermFlight> landing = Optional.empty();
  private TermLight waiting = TermLight.NOTHING;
  private StepModel model;
  private Tokens tokens;

  /** The time of the motion. */
  private final class Course extends Transition {
    Course() {
      setInterpolator(Interpolator.LINEAR);
      setOnFinished(e -> stand());
    }

    void begin(Duration length) {
      setCycleDuration(length);
      playFromStart();
    }

    @Override
    protected void interpolate(double share) {
      move(share);
    }
  }

  /** Where terms come from and go to, in the units of the screen that the motion lies over. */
  interface TermStage {
    /** The way of a term from its cells to its place in the line of numbers. */
    Optional<TermFlight> flight(Term term);

    /** The way of the sum from the line of numbers to its cell. */
    Optional<TermFlight> landing(Term last);
  }

  /**
   * @param lit takes what is to be seen of the element, for every picture of the motion
   */
  TermMotion(TermStage stage, Consumer<TermLight> lit) {
    this.stage = stage;
    this.lit = lit;
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    getChildren().add(canvas);
  }

  /**
   * Begins, where somebody sees it who does not mind motion; else the element stands at once.
   *
   * @param seconds that the transport gives a step
   * @param onwards whether the place was reached by going on to it
   */
  @Initializer
  void show(StepModel next, Tokens now, double seconds, boolean onwards) {
    course.stop();
    model = next;
    tokens = now;
    // A number that is only given is not put together.
    if (!onwards || !next.breakdown().leaf().isEmpty() || !Screen.moves(this)) {
      stand();
      return;
    }
    terms = next.term().map(List::of).orElse(next.accumulation().terms());
    flights = List.of();
    // What still flew for the place before is not seen over this one.
    setVisible(false);
    waiting = TermLight.waiting(next);
    lit.accept(waiting);
    course.begin(Duration.seconds(seconds * (next.term().isPresent() ? ONE_TERM : ALL_TERMS)));
  }

  /** Ends at once, where it leads to. */
  private void stand() {
    course.stop();
    setVisible(false);
    flights = List.of();
    lit.accept(TermLight.standing(model));
  }

  /** Not before the screen under it is laid out. */
  private void prepare() {
    flights = terms.stream().map(stage::flight).toList();
    landing = stage.landing(terms.getLast());
    setVisible(true);
  }

  private void move(double share) {
    if (share <= 0 || getWidth() < 1) {
      return;
    }
    if (!Screen.moves(this)) {
      stand();
      return;
    }
    if (flights.stream().allMatch(Optional::isEmpty)) {
      prepare();
    }
    PlotGraphics graphics = new PlotGraphics(canvas.cleared(), tokens);
    double each = DROPPED / (1 + STAGGER * (terms.size() - 1));
    Term last = terms.getFirst();
    double way = 0;
    for (int i = 0; i < terms.size(); i++) {
      double of = Math.clamp((share - i * STAGGER * each) / each, 0, 1);
      if (of > 0) {
        last = terms.get(i);
        way = of;
      }
      if (of > 0 && of < 1) {
        flights.get(i).ifPresent(flight -> flight.draw(graphics, of));
      }
    }
    double down = (share - DROPPED) / (1 - DROPPED);
    if (down > 0) {
      landing.ifPresent(flight -> flight.draw(graphics, down));
    }
    lit.accept(waiting.at(last, way));
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
  }
}
