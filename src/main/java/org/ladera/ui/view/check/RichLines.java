package org.ladera.ui.view.check;

import java.util.ArrayList;
import java.util.List;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type.Weight;

/** Words with symbols in lines that fit. */
final class RichLines {
  private RichLines() {}

  /**
   * Breaks at spaces, of which there are none inside symbols; nothing for an empty text.
   *
   * @param px the size of the text
   */
  static List<String> wrapped(PlotGraphics graphics, String text, double width, double px) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      boolean fits = graphics.width(RichText.parse(longer), px, Weight.REGULAR) <= width;
      if (!fits && !line.isEmpty()) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
