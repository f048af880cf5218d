package org.ladera.ui.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.markup.PlainTex;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * A formula on screen: outlines in the colours of their meanings, crisp at any zoom. It stands on
 * the baseline of the text around it. Where there is too little room it is made a little smaller,
 * then broken into lines, but never cut. A formula that cannot be set is shown as its source.
 */
public final class FormulaView extends Region {
  /** Formula letters look as tall as the text when they are this much larger. */
  public static final double TEXT_SCALE = 1.14;

  /** A formula is broken rather than made smaller than this. */
  public static final double SMALLEST = 0.82;

  /** So much less room, in units, is that of two digits that are 0 for a moment. */
  private static final double DIGITS = 1.2 * Typeset.EM;

  private final Typesetter typesetter;
  private final boolean display;
  private final List<SVGPath> paths = new ArrayList<>();
  private final Text source = new Text();
  private final Scale scale = new Scale(1, 1);
  private String tex = "";
  private double em;
  private Tokens tokens = Tokens.of(Profile.LIGHT);
  private Color ink = tokens.text();
  private Optional<Typeset> natural = Optional.empty();
  private @Nullable Typeset drawn;

  /** The width that it takes at least, in units, while numbers in it change. */
  private double held;

  /**
   * @param display the large form, for a formula on its own line
   */
  public FormulaView(Typesetter typesetter, boolean display) {
    this.typesetter = typesetter;
    this.display = display;
    source.setManaged(false);
    source.setTextOrigin(VPos.TOP);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /**
   * Shows a formula whose live numbers are filled in; does nothing when it is already shown.
   *
   * @param textSize pixel size of the text around it
   * @param newInk colour of what has no meaning of its own
   */
  public void show(String newTex, double textSize, Tokens newTokens, Color newInk) {
    if (!take(newTex, textSize, newTokens, newInk)) {
      release();
      return;
    }
    typesetter.whenReady(() -> apply(tex, typesetter.typeset(tex, display), false));
  }

  /**
   * As {@link #show}, while a run is running: the old numbers stay until the new ones are laid out
   * elsewhere, so that the pulse is not held up. A number that has a digit less for a moment keeps
   * its room, so that the page around it stands still.
   */
  public void showSoon(String newTex, double textSize, Tokens newTokens, Color newInk) {
    if (take(newTex, textSize, newTokens, newInk)) {
      String wanted = tex;
      typesetter.soon(wanted, display, set -> apply(wanted, set, true));
    }
  }

  private boolean take(String newTex, double textSize, Tokens newTokens, Color newInk) {
    double newEm = textSize * TEXT_SCALE;
    if (newTex.equals(tex) && newEm == em && newTokens.equals(tokens) && newInk.equals(ink)) {
      return false;
    }
    tex = newTex;
    em = newEm;
    tokens = newTokens;
    ink = newInk;
    setAccessibleText(PlainTex.of(tex));
    return true;
  }

  private void apply(String wanted, Optional<Typeset> set, boolean steady) {
    if (!wanted.equals(tex)) {
      return;
    }
    Room before = room();
    double old = natural.map(this::width).orElse(0.0);
    natural = set;
    double less = old - set.map(Typeset::width).orElse(0.0);
    held = steady && less > 0 && less < DIGITS ? old : 0;
    drawn = null;
    source.setText(set.isPresent() ? "" : tex);
    source.setFont(Type.text(tokens, 12, Type.Weight.REGULAR));
    source.setFill(tokens.danger().mark());
    if (before != null && before.equals(room()) && !isNeedsLayout()) {
      // Another number in the same room: nothing around it has to be laid out.
      layoutChildren();
    } else {
      requestLayout();
    }
  }

  /** The run stands: what was kept free is given back. */
  private void release() {
    if (held > 0) {
      held = 0;
      requestLayout();
    }
  }

  /** What it takes of the page, where it stands now. */
  private record Room(double width, double ascent, double descent, double scale, double high) {}

  private @Nullable Room room() {
    Fit free = fit(-1);
    Fit here = fit(getWidth());
    return free == null || here == null || getWidth() <= 0
        ? null
        : new Room(
            Math.ceil(width(free.set) * free.scale),
            here.ascent(),
            here.descent(),
            here.scale,
            free.ascent());
  }

  /** The TeX that is shown now. */
  public String tex() {
    return tex;
  }

  @Override
  public @Nullable Orientation getContentBias() {
    return display ? Orientation.HORIZONTAL : null;
  }

  @Override
  public double getBaselineOffset() {
    Fit fit = fit(-1);
    return fit == null ? em : fit.ascent();
  }

  @Override
  protected double computeMinWidth(double height) {
    return display ? Math.min(em * 4, computePrefWidth(height)) : computePrefWidth(height);
  }

  @Override
  protected double computePrefWidth(double height) {
    Fit fit = fit(-1);
    return fit == null ? sourceWidth() : Math.ceil(width(fit.set) * fit.scale);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    Fit fit = fit(width);
    if (fit == null) {
      source.setWrappingWidth(display && width > 0 ? width : 0);
      return Math.max(em, Math.ceil(source.getLayoutBounds().getHeight()));
    }
    return fit.ascent() + fit.descent();
  }

  @Override
  protected double computeMaxWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Fit fit = fit(getWidth());
    if (fit == null) {
      source.relocate(0, 0);
      getChildren().setAll(source);
      return;
    }
    scale.setX(fit.scale);
    scale.setY(fit.scale);
    draw(fit.set);
    // Not relocated: that goes by the edge of the outlines, and what moves has its parent laid out.
    for (SVGPath path : paths) {
      path.setLayoutY(fit.ascent());
    }
  }

  /**
   * The width in which it can be read where there is as much as {@code width}: more than that where
   * its lines cannot be broken further.
   */
  public double readable(double width) {
    Fit fit = width <= 0 ? null : fit(width);
    if (fit == null) {
      return width;
    }
    double lines = fit.set.width() * em / Typeset.EM;
    return Math.max(width, Math.ceil(lines * SMALLEST));
  }

  /** A layout and the factor from its units to pixels. */
  private record Fit(Typeset set, double scale) {
    double ascent() {
      return Math.ceil(set.ascent() * scale);
    }

    double descent() {
      return Math.ceil(set.descent() * scale);
    }
  }

  private @Nullable Fit fit(double width) {
    if (natural.isEmpty()) {
      return null;
    }
    double full = em / Typeset.EM;
    Typeset one = natural.get();
    double limit = width > 0 ? width : getMaxWidth() > 0 ? getMaxWidth() : Double.MAX_VALUE;
    double wide = width(one);
    if (wide * full <= limit + 1) {
      return new Fit(one, full);
    }
    if (wide * full * SMALLEST <= limit) {
      return new Fit(one, limit / wide);
    }
    Typeset lines = typesetter.typeset(tex, display, limit / em).orElse(one);
    return new Fit(lines, Math.min(full, limit / lines.width()));
  }

  /** With the room that is kept, in units. */
  private double width(Typeset set) {
    return Math.max(set.width(), held);
  }

  private void draw(Typeset set) {
    if (set == drawn) {
      return;
    }
    drawn = set;
    List<Typeset.Outline> outlines = set.outlines();
    while (paths.size() < outlines.size()) {
      SVGPath path = new SVGPath();
      path.setManaged(false);
      path.getTransforms().add(scale);
      paths.add(path);
    }
    for (int i = 0; i < outlines.size(); i++) {
      paths.get(i).setContent(outlines.get(i).path());
      Ink meaning = outlines.get(i).ink();
      paths.get(i).setFill(meaning == Ink.TEXT ? ink : meaning.of(tokens));
    }
    List<SVGPath> used = paths.subList(0, outlines.size());
    if (!getChildren().equals(used)) {
      getChildren().setAll(used);
    }
  }

  private double sourceWidth() {
    source.setWrappingWidth(0);
    return Math.max(em, Math.ceil(source.getLayoutBounds().getWidth()));
  }
}
