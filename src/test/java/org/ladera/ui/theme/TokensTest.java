package org.ladera.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TokensTest {
  @ParameterizedTest
  @EnumSource(Profile.class)
  void everyColourIsOneAndOpaque(Profile profile) {
    List<Method> entries =
        Arrays.stream(Tokens.class.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getParameterCount() == 0)
            .filter(m -> m.getReturnType() == Color.class || m.getReturnType() == Tokens.Pair.class)
            .toList();
    assertTrue(entries.size() > 20, "entries are found by what they return");
    for (Method entry : entries) {
      for (Color color : colours(entry, Tokens.of(profile)).toList()) {
        assertEquals(1, color.getOpacity(), entry.getName() + " in " + profile);
      }
    }
  }

  private static Stream<Color> colours(Method entry, Tokens tokens) {
    try {
      return switch (entry.invoke(tokens)) {
        case Color color -> Stream.of(color);
        case Tokens.Pair(Color mark, Color ink) -> Stream.of(mark, ink);
        case Object other -> throw new AssertionError(entry.getName() + " is " + other);
      };
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(entry.getName() + " is no colour in " + tokens.profile(), e);
    }
  }
}
