package org.ladera.present.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ladera.engine.matrix.Shape;
import org.ladera.text.Messages;

/**
 * What pictures and their pixels are called.
 *
 * @param shape of each
 * @param picture the sample, filter or unit of an index from 0
 * @param pixels what the values of a row are called, where a dense layer takes a picture as a row
 */
record TileNames(
    Messages messages,
    Shape shape,
    IntFunction<String> picture,
    Optional<IntFunction<String>> pixels)
    implements Tiles.Names {
  @Override
  public String picture(int index, int channel) {
    return shape.channels() == 1
        ? picture.apply(index)
        : messages.text(
            "step.picture.map", Map.of("picture", picture.apply(index), "map", channel + 1));
  }

  @Override
  public String place(int index, int channel, int row, int column) {
    Map<String, Object> all = new HashMap<>();
    all.put("picture", picture.apply(index));
    all.put("map", channel + 1);
    all.put("row", row + 1);
    all.put("column", column + 1);
    String place = messages.text(shape.channels() > 1 ? "step.place.map" : "step.place", all);
    return pixels
        .map(
            names ->
                messages.text(
                    "step.place.pixel",
                    Map.of(
                        "place", place, "pixel", names.apply(shape.index(channel, row, column)))))
        .orElse(place);
  }
}
