package org.ladera.lesson.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.ladera.text.Numbers;

class TexTemplateTest {
  private static final Numbers ES = new Numbers(',');
  private static final Numbers EN = new Numbers('.');
  private static final Map<String, Double> VALUES =
      Map.of(
          "J", 1.8452872530316955,
          "dW[1][1,1]", -0.23044,
          "limit", 0.010800345,
          "small", -1.25e-7,
          "many", 53130.4,
          "nan", Double.NaN,
          "inf", Double.NEGATIVE_INFINITY);
  private static final Function<String, OptionalDouble> READ =
      name ->
          VALUES.containsKey(name) ? OptionalDouble.of(VALUES.get(name)) : OptionalDouble.empty();

  private static String es(String tex) {
    return TexTemplate.of(tex).fill(READ, ES);
  }

  private static String en(String tex) {
    return TexTemplate.of(tex).fill(READ, EN);
  }

  @Test
  void a_number_has_four_digits_and_the_decimal_sign_of_the_language() {
    assertEquals("J={1{,}845}", es("J=\\num{J}"));
    assertEquals("J={1.845}", en("J=\\num{J}"));
  }

  @Test
  void all_digits_or_a_chosen_number_of_them_can_be_asked_for() {
    assertEquals("{1{,}8452872530316955}", es("\\exact{J}"));
    assertEquals("{0{,}0108003}", es("\\num[6]{limit}"));
  }

  @Test
  void a_minus_is_a_sign_of_its_number() {
    assertEquals("w={-0{,}2304}", es("w=\\num{dW[1][1,1]}"));
  }

  @Test
  void a_negative_number_after_a_sign_or_below_a_power_stands_in_brackets() {
    assertEquals("1-({-0{,}2304})", es("1-\\num{dW[1][1,1]}"));
    assertEquals("2\\cdot({-0{,}2304})", es("2\\cdot\\num{dW[1][1,1]}"));
    assertEquals("2\\cdot\\,\\grad{({-0{,}2304})}", es("2\\cdot\\,\\grad{\\num{dW[1][1,1]}}"));
    assertEquals("({-0{,}2304})^2", es("\\num{dW[1][1,1]}^2"));
    assertEquals("2\\cdot({-0{,}2304})", es("2\\cdot(\\num{dW[1][1,1]})"));
    assertEquals("2\\cdot{1{,}845}", es("2\\cdot\\num{J}"));
  }

  @Test
  void powers_of_ten_and_thousands_are_written_as_in_a_book() {
    assertEquals("{-1{,}25\\cdot 10^{-7}}", es("\\num{small}"));
    assertEquals("{53\\,130}", es("\\num{many}"));
  }

  @Test
  void what_is_not_finite_or_not_known_is_still_a_formula() {
    assertEquals("\\text{NaN}", es("\\num{nan}"));
    assertEquals("{-\\infty }", es("\\num{inf}"));
    String unknown = es("x=\\num{absent}");
    assertEquals(Optional.empty(), TexCheck.of(unknown, new TextPosition(1, 1)));
  }

  @Test
  void filled_formulas_pass_the_check_again() {
    for (String name : VALUES.keySet()) {
      String filled = es("a=\\exact{" + name + "}+\\num[12]{" + name + "}");
      assertEquals(Optional.empty(), TexCheck.of(filled, new TextPosition(1, 1)), filled);
    }
  }

  @Test
  void readings_are_listed_in_their_order() {
    assertEquals(
        List.of("J", "W'[1][1,1]", "raw/condition"),
        TexTemplate.of("\\num{J}\\loss{\\exact{W'[1][1,1]}}\\num[2]{raw/condition}").readings());
  }
}
