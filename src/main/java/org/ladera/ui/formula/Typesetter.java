package org.ladera.ui.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.markup.TexCheck;
import org.ladera.lesson.markup.TextPosition;
import org.ladera.ui.fx.FxThread;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.MacroInfo;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * Lays out formulas with JLaTeXMath, inside a cage: only checked formulas get in, the library's
 * dangerous words are taken away, and pictures without measure are thrown away. Results are cached.
 * May be called from any thread; a layout takes well below a millisecond once {@link #ready}.
 */
public final class Typesetter {
  /**
   * Words that loop, read files or addresses, or ask for boundless pictures. {@code makeatletter}
   * stays, because the library's own matrices are written with it; the check lets no {@code @} in.
   */
  private static final List<String> DANGEROUS =
      List.of(
          "newcommand",
          "renewcommand",
          "newenvironment",
          "renewenvironment",
          "includegraphics",
          "jlmXML",
          "jlmDynamic",
          "jlmExternalFont",
          "jlmText",
          "rule",
          "scalebox",
          "resizebox",
          "reflectbox",
          "rotatebox",
          "DeclareMathSizes",
          "magnification",
          "hspace",
          "vspace");

  /** In units of {@link Typeset#EM}: eighty and twenty ems. */
  private static final double WIDEST = 8000;

  private static final double HIGHEST = 2000;

  private static final int CACHED = 512;

  /** Space between the lines of a broken formula, in ems. */
  private static final double LINE_GAP = 0.4;

  /** How far the later lines of a broken formula stand to the right, in ems. */
  private static final double INDENT = 1;

  /** Between two statements on one line. */
  private static final String GAP = "\\qquad ";

  private static final String FIRST = "\\frac{\\partial J}{\\partial w}=\\sum_i \\text{x}(1{,}2)^2";
  private static final TextPosition NOWHERE = new TextPosition(1, 1);

  /** The library keeps its fonts and its parser state in static fields: one layout at a time. */
  private static final Object LIBRARY = new Object();

  /** The library without its dangerous words. Loading it takes half a second. */
  private static final class Cage {
    static {
      // The library registers its words when a formula is first made.
      new TeXFormula();
      DANGEROUS.forEach(MacroInfo.Commands::remove);
    }

    private Cage() {}

    static Box layOut(String tex, boolean display) {
      int style = display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
      return new TeXFormula(tex).createTeXIcon(style, (float) Typeset.EM).getBox();
    }
  }

  private record Key(String tex, boolean display, double width) {}

  private final Map<Key, Optional<Typeset>> cache =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Optional<Typeset>> eldest) {
              return size() > CACHED;
            }
          });
  private final CompletableFuture<Void> ready;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("typesetter").factory());

  /** Starts to load fonts and classes, which takes half a second, on the worker thread. */
  public Typesetter() {
    ready = CompletableFuture.runAsync(() -> typeset(FIRST, true), worker);
  }

  /** Whether layouts are fast from now on. */
  public boolean ready() {
    return ready.isDone();
  }

  /** Waits for the start; for programs without a window. */
  public void awaitReady() {
    ready.join();
  }

  /** Runs {@code action} on the FX thread as soon as layouts are fast; at once if they are. */
  public void whenReady(Runnable action) {
    if (ready()) {
      action.run();
    } else {
      var _ = ready.thenRun(() -> FxThread.run(action));
    }
  }

  /**
   * As {@link #typeset(String, boolean)}, without waiting: {@code use} gets a formula that is known
   * at once, else later on the FX thread. It is not kept: with the numbers of a moment of a run it
   * is not asked for again, and hundreds of those would outlive the young generation each second.
   */
  public void soon(String tex, boolean display, Consumer<Optional<Typeset>> use) {
    Key key = new Key(tex, display, 0);
    Optional<Typeset> known = cache.get(key);
    if (known != null) {
      use.accept(known);
      return;
    }
    worker.execute(
        () -> {
          Optional<Typeset> laidOut = layOut(key);
          FxThread.run(() -> use.accept(laidOut));
        });
  }

  /**
   * The outlines of a formula whose live numbers are filled in; empty when it is not one.
   *
   * @param display the large form, for a formula on its own line
   */
  public Optional<Typeset> typeset(String tex, boolean display) {
    return typeset(tex, display, 0);
  }

  /**
   * As {@link #typeset(String, boolean)}, broken into lines where it is wider.
   *
   * @param widest in ems; 0 = any width
   */
  public Optional<Typeset> typeset(String tex, boolean display, double widest) {
    Key key = new Key(tex, display, widest);
    Optional<Typeset> cached = cache.get(key);
    if (cached == null) {
      cached = layOut(key);
      cache.put(key, cached);
    }
    return cached;
  }

  private static Optional<Typeset> layOut(Key key) {
    if (TexCheck.of(key.tex, NOWHERE).isPresent()) {
      return Optional.empty();
    }
    synchronized (LIBRARY) {
      return laidOut(key);
    }
  }

  private static Optional<Typeset> laidOut(Key key) {
    try {
      List<FormulaSource.Piece> pieces = FormulaSource.pieces(key.tex);
      if (key.width <= 0) {
        return outlines(List.of(new Line(Cage.layOut(joined(pieces), key.display), 0)));
      }
      List<Line> lines = lines(pieces, key);
      return outlines(
          widest(lines) * FormulaView.SMALLEST <= key.width
              ? lines
              : lines(FormulaSource.pieces(key.tex, true), key));
    } catch (RuntimeException | StackOverflowError refused) {
      // The caller shows the source instead; the library has no common type for its complaints.
      return Optional.empty();
    }
  }

  private static double widest(List<Line> lines) {
    return lines.stream().mapToDouble(l -> l.indent() + l.box().getWidth()).max().orElse(0);
  }

  /** A line of a formula and how far it stands to the right, in ems. */
  private record Line(Box box, double indent) {}

  private static String joined(List<FormulaSource.Piece> pieces) {
    StringBuilder all = new StringBuilder();
    for (FormulaSource.Piece piece : pieces) {
      all.append(piece.wide() ? GAP : "").append(piece.tex());
    }
    return all.toString();
  }

  /**
   * As many pieces on each line as have room. What follows a wide space is a statement of its own:
   * it begins a line when it does not fit whole.
   */
  private static List<Line> lines(List<FormulaSource.Piece> pieces, Key key) {
    List<Line> lines = new ArrayList<>();
    List<FormulaSource.Piece> row = new ArrayList<>();
    for (List<FormulaSource.Piece> statement : statements(pieces)) {
      List<FormulaSource.Piece> longer = new ArrayList<>(row);
      longer.addAll(statement);
      boolean fits = Cage.layOut(joined(bare(longer)), key.display).getWidth() <= key.width;
      if (!row.isEmpty() && !fits) {
        breakUp(bare(row), key, lines);
        row = new ArrayList<>();
      }
      row.addAll(statement);
    }
    breakUp(bare(row), key, lines);
    return lines;
  }

  private static List<List<FormulaSource.Piece>> statements(List<FormulaSource.Piece> pieces) {
    List<List<FormulaSource.Piece>> statements = new ArrayList<>();
    for (FormulaSource.Piece piece : pieces) {
      if (statements.isEmpty() || piece.wide()) {
        statements.add(new ArrayList<>());
      }
      statements.getLast().add(piece);
    }
    return statements;
  }

  /** Without the wide space at the beginning. */
  private static List<FormulaSource.Piece> bare(List<FormulaSource.Piece> pieces) {
    List<FormulaSource.Piece> bare = new ArrayList<>(pieces);
    bare.set(0, new FormulaSource.Piece(pieces.getFirst().tex(), false));
    return bare;
  }

  private static void breakUp(List<FormulaSource.Piece> pieces, Key key, List<Line> lines) {
    String line = "";
    @Nullable Box laidOut = null;
    double indent = 0;
    for (FormulaSource.Piece piece : pieces) {
      String part = (piece.wide() ? GAP : "") + piece.tex();
      Box longer = Cage.layOut(line + part, key.display);
      if (laidOut == null || longer.getWidth() <= key.width - indent) {
        line += part;
        laidOut = longer;
      } else {
        lines.add(new Line(laidOut, indent));
        indent = INDENT;
        // The empty group keeps a relation or a sign at the beginning at its distance.
        line = "{}" + piece.tex();
        laidOut = Cage.layOut(line, key.display);
      }
    }
    if (laidOut != null) {
      lines.add(new Line(laidOut, indent));
    }
  }

  private static Optional<Typeset> outlines(List<Line> lines) {
    OutlineRecorder recorder = new OutlineRecorder();
    recorder.setColor(java.awt.Color.decode(Ink.TEXT.marker()));
    recorder.scale(Typeset.EM, Typeset.EM);
    double width = 0;
    double y = 0;
    for (Line each : lines) {
      Box line = each.box();
      boolean first = each == lines.getFirst();
      double x = each.indent();
      y += first ? 0 : LINE_GAP + line.getHeight();
      width = Math.max(width, x + line.getWidth());
      if (width * Typeset.EM > WIDEST || y * Typeset.EM > HIGHEST) {
        return Optional.empty();
      }
      line.draw(recorder, (float) x, (float) y);
      y += line.getDepth();
    }
    double ascent = lines.getFirst().box().getHeight() * Typeset.EM;
    double descent = y * Typeset.EM;
    boolean sound = width >= 0 && ascent + descent <= HIGHEST;
    return sound
        ? Optional.of(new Typeset(width * Typeset.EM, ascent, descent, recorder.outlines()))
        : Optional.empty();
  }
}
