package org.ladera.lesson.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ViewSpecTest {
  @Test
  void everyRecordHasAKindOfItsName() {
    Set<String> records =
        Arrays.stream(ViewSpec.class.getPermittedSubclasses())
            .flatMap(
                c ->
                    c.isRecord()
                        ? java.util.stream.Stream.of(c)
                        : Arrays.stream(c.getPermittedSubclasses()))
            .map(
                c ->
                    c.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> kinds =
        Arrays.stream(ViewKind.values())
            .map(ViewKind::word)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(records, kinds);
    assertEquals(ViewKind.EVIDENCE, new PictureView.Evidence("main", OptionalInt.empty()).kind());
    assertEquals(
        ViewKind.LOSS_CURVE, new ViewSpec.LossCurve("main", true, java.util.List.of()).kind());
    assertEquals(
        ViewKind.BOUNDARY,
        new ViewSpec.Boundary("main", Optional.empty(), Optional.empty(), false).kind());
  }
}
