package org.ladera.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Type;

/**
 * What is read off a view, in the header of its card.
 *
 * @param words may hold symbols between dollar signs, and parts divided by {@link #APART}
 */
record HeaderReading(String words) {
  /** Between parts that can do without each other. */
  static final String APART = " · ";

  private static final Pattern NUMBER = Pattern.compile("[−-]?\\d+([.,]\\d+)?(·10[⁻⁰¹²³⁴-⁹]+)?");

  private static final String WIDEST = "−0.0000";

  /** With numbers as long as they may become, for a run moves no line of a header. */
  HeaderReading widest() {
    // Numbers without a symbol count something that stays.
    return words.contains("$") ? new HeaderReading(NUMBER.matcher(words).replaceAll(WIDEST)) : this;
  }

  boolean fits(PlotGraphics graphics, double room) {
    return words.isEmpty() || graphics.width(RichText.parse(words), 12, Type.Weight.REGULAR) < room;
  }

  /** Its parts on as few lines as hold them, no more than {@code most}; the last may be cut. */
  List<RichText> lines(PlotGraphics graphics, double room, int most) {
    String[] parts = words.split(APART, -1);
    String[] widest = widest().words.split(APART, -1);
    List<String> lines = new ArrayList<>(List.of(parts[0]));
    String last = widest[0];
    for (int i = 1; i < parts.length; i++) {
      String longer = String.join(APART, last, widest[i]);
      boolean fits = lines.size() == most || new HeaderReading(longer).fits(graphics, room);
      last = fits ? longer : widest[i];
      lines.add(fits ? String.join(APART, lines.removeLast(), parts[i]) : parts[i]);
    }
    return lines.stream()
        .map(line -> graphics.fitting(RichText.parse(line), room, 12, Type.Weight.REGULAR))
        .toList();
  }

  static void draw(
      PlotGraphics graphics, RichText line, double x, double base, PlotGraphics.Align align) {
    graphics.text(line, x, base, 12, Type.Weight.REGULAR, graphics.tokens().muted(), align);
  }
}
