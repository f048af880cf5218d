package org.ladera.ui.theme;

import com.sun.javafx.text.GlyphLayoutManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;

/** The fonts of the program: one text family in four weights, and the italics of the formulas. */
public final class Type {
  /** Weight of the text family. */
  public enum Weight {
    REGULAR("LaderaText-Regular"),
    MEDIUM("LaderaText-Medium"),
    SEMI_BOLD("LaderaText-SemiBold"),
    BOLD("LaderaText-Bold");

    private final String fontName;

    Weight(String file) {
      fontName = load("/fonts/" + file + ".otf");
    }
  }

  static {
    // JavaFX lends one layout of letters to whoever asks first, and again before it is cleared
    // (PangoGlyphLayout.dispose of JavaFX 26): the window and the drawing thread, which lays out
    // the letters of canvases, then free the same memory. Lent to nobody from here on, everybody
    // gets a layout of their own.
    GlyphLayoutManager.getInstance();
  }

  /** Formula letters look as tall as the text when they are this much larger. */
  private static final double SYMBOL_SCALE = 1.14;

  /** The smallest text that a whole class can read from the last row, in pixels. */
  private static final double PROJECTOR_MINIMUM = 16;

  private static final String SYMBOLS =
      load("/org/scilab/forge/jlatexmath/fonts/base/jlm_cmmi10.ttf");

  /** Where the symbol font keeps its Greek letters, from α to ω in the order of the font. */
  private static final String GREEK =
      "\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc\u03bd"
          + "\u03be\u03c0\u03c1\u03c3\u03c4\u03c5\u03c6\u03c7\u03c8";

  private static final char FIRST_GREEK = '\u00ae';

  private static final int KEPT = 512;

  private record Cut(String name, double size) {}

  /** Each number that is drawn asks for its font: some dozens in all, more where cells shrink. */
  private static final Map<Cut, Font> FONTS = new ConcurrentHashMap<>();

  private Type() {}

  /** The pixel size of text that measures {@code px} in the light profile. */
  public static double size(Tokens tokens, double px) {
    double scaled = px * tokens.scale();
    return tokens.profile() == Profile.PROJECTOR ? Math.max(PROJECTOR_MINIMUM, scaled) : scaled;
  }

  /** The text family, {@code px} as in the light profile. */
  public static Font text(Tokens tokens, double px, Weight weight) {
    return font(weight.fontName, size(tokens, px));
  }

  /** Raised or lowered text beside text of {@code px}: a share of it, in the projector too. */
  public static Font script(Tokens tokens, double px, double share, Weight weight) {
    return font(weight.fontName, size(tokens, px) * share);
  }

  /**
   * The italics of the formulas beside text of {@code px}. Characters go through {@link #glyph}.
   */
  public static Font symbol(Tokens tokens, double px) {
    return font(SYMBOLS, size(tokens, px) * SYMBOL_SCALE);
  }

  /** The same letters, {@code scale} times as large. */
  public static Font scaled(Font font, double scale) {
    return font(font.getName(), font.getSize() * scale);
  }

  private static Font font(String name, double size) {
    if (FONTS.size() >= KEPT) {
      FONTS.clear();
    }
    return FONTS.computeIfAbsent(new Cut(name, size), cut -> new Font(cut.name, cut.size));
  }

  /** The character at which the symbol font keeps {@code letter}. */
  public static char glyph(char letter) {
    int greek = GREEK.indexOf(letter);
    return greek < 0 ? letter : (char) (FIRST_GREEK + greek);
  }

  /** What is read where {@code shown} stands in a font: the inverse of {@link #glyph}. */
  public static String meant(String fontName, String shown) {
    if (!fontName.equals(SYMBOLS)) {
      return shown;
    }
    StringBuilder letters = new StringBuilder();
    for (char c : shown.toCharArray()) {
      int greek = c - FIRST_GREEK;
      letters.append(greek >= 0 && greek < GREEK.length() ? GREEK.charAt(greek) : c);
    }
    return letters.toString();
  }

  private static String load(String resource) {
    try (InputStream in = Type.class.getResourceAsStream(resource)) {
      Font font = in == null ? null : Font.loadFont(in, 12);
      // A text in the system's font is better than no window.
      return font == null ? Font.getDefault().getName() : font.getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
