package org.ladera.lesson.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkupTest {
  @Test
  void markdown_signs_inside_a_formula_stay_tex() {
    List<Inline> line = Markup.line("Sea $a_1*b_2*c\\,x_i$ *así*.");
    assertEquals(new Inline.Words("Sea "), line.get(0));
    assertEquals("a_1*b_2*c\\,x_i", ((Inline.Formula) line.get(1)).tex());
    assertEquals(new Inline.Emphasis(List.of(new Inline.Words("así"))), line.get(3));
  }

  @Test
  void a_dollar_that_opens_nothing_is_a_dollar() {
    assertEquals(List.of(new Inline.Words("cuesta 5 $ o 6 $.")), Markup.line("cuesta 5 $ o 6 $."));
    assertEquals(List.of(new Inline.Words("cuesta $5")), Markup.line("cuesta \\$5"));
  }

  @Test
  void what_looks_like_words_alone_is_what_the_parser_makes_of_it() {
    String alphabet = "aZñ1 0,.;:()?¿¡%/+=–—…'’\"«»“”·-!#*_`[]<>&$|\\\t~";
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? "ñ" : "");
      int length = random.nextInt(9);
      for (int j = 0; j < length; j++) {
        // Mostly what words are made of, so that both ways are gone often.
        int signs = i % 4 == 0 ? alphabet.length() : alphabet.indexOf('!');
        text.append(alphabet.charAt(random.nextInt(signs)));
      }
      String line = text.toString();
      assertEquals(Markup.parsed(line, 1), Markup.read(line, 1), line);
    }
  }

  @Test
  void a_fence_holds_formulas_with_their_spoken_text() {
    Document document =
        Markup.read("```formula el costo es la mitad\nJ=\\tfrac12 r^2\n\n\\nabla J = r\n```", 1);
    Block.Formula formula = assertInstanceOf(Block.Formula.class, document.blocks().getFirst());
    assertEquals("el costo es la mitad", formula.spoken());
    assertEquals(List.of("J=\\tfrac12 r^2", "\\nabla J = r"), formula.lines());
    assertTrue(document.faults().isEmpty());
  }

  @Test
  void a_quote_that_says_so_is_a_fold_with_a_title_and_its_formulas_are_checked() {
    Document document =
        Markup.read("> [!fold] Why $b$?\n>\n> Because.\n>\n> - of $\\nothing$\n\n> A quote.", 1);
    Block.Fold fold = assertInstanceOf(Block.Fold.class, document.blocks().getFirst());
    assertEquals("Why b?", Markup.plain(fold.title()));
    assertEquals(
        new Block.Paragraph(List.of(new Inline.Words("Because."))), fold.inside().getFirst());
    assertEquals(List.of("b", "\\nothing"), Markup.formulas(document));
    assertEquals(5, document.faults().getFirst().place().line());
    assertInstanceOf(Block.Quote.class, document.blocks().getLast());
  }

  @Test
  void a_formula_without_spoken_text_is_a_fault_at_its_fence() {
    TextFault fault = Markup.read("Texto.\n\n```formula\nx\n```", 40).faults().getFirst();
    assertEquals(TextFault.Kind.NO_SPOKEN_TEXT, fault.kind());
    assertEquals(new TextPosition(42, 1), fault.place());
  }

  @Test
  void a_slip_in_a_formula_is_found_at_its_line_and_column() {
    TextFault inline = Markup.read("uno\ndos $x+\\foo y$ tres", 10).faults().getFirst();
    assertEquals(TextFault.Kind.UNKNOWN_COMMAND, inline.kind());
    assertEquals("\\foo", inline.detail());
    assertEquals(new TextPosition(11, 8), inline.place());
    TextFault block = Markup.read("```formula f\na\n\nb+\\frac{1}\n```", 5).faults().getFirst();
    assertEquals(TextFault.Kind.MISSING_ARGUMENT, block.kind());
    assertEquals(new TextPosition(8, 3), block.place());
  }

  @Test
  void a_formula_that_never_ends_is_a_fault() {
    TextFault fault = Markup.read("Con $x y sin fin.", 3).faults().getFirst();
    assertEquals(TextFault.Kind.UNCLOSED_FORMULA, fault.kind());
    assertEquals(new TextPosition(3, 5), fault.place());
  }

  @Test
  void tables_lists_and_links_keep_their_parts() {
    Document document =
        Markup.read("| a | b |\n|:--|--:|\n| 1 | $x$ |\n\n3. uno\n4. [dos](http://x.y)\n", 1);
    Block.Table table = (Block.Table) document.blocks().get(0);
    assertEquals(List.of(Block.Side.LEFT, Block.Side.RIGHT), table.sides());
    assertInstanceOf(Inline.Formula.class, table.rows().getFirst().get(1).getFirst());
    Block.Numbered list = (Block.Numbered) document.blocks().get(1);
    assertEquals(3, list.first());
    Block.Paragraph second = (Block.Paragraph) list.items().get(1).getFirst();
    assertEquals("http://x.y", ((Inline.Link) second.inside().getFirst()).target());
  }

  @Test
  void html_is_shown_as_the_text_that_it_is() {
    Document document = Markup.read("<script>alert(1)</script>\n\nun <b>texto</b>", 1);
    assertEquals(new Block.Code("<script>alert(1)</script>"), document.blocks().get(0));
    assertEquals("un <b>texto</b>", plain(document.blocks().get(1)));
  }

  static List<String> hostileTexts() {
    return List.of(
        ">".repeat(20_000) + " x",
        "*".repeat(10_000) + "x" + "*".repeat(10_000),
        "[".repeat(10_000),
        "- ".repeat(5_000) + "x",
        "$".repeat(9_999),
        "$x_".repeat(20_000));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void a_hostile_text_is_read_at_once(String text) {
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Markup.read(text, 1));
  }

  @Test
  void a_line_can_be_said_in_plain_words() {
    assertEquals(
        "La tasa η vale 1/2 y ∇J no.",
        Markup.plain(
            Markup.line("La **tasa** $\\eta$ vale $\\frac{1}{2}$ y $\\grad{\\nabla J}$ no.")));
  }

  private static String plain(Block block) {
    return Markup.plain(((Block.Paragraph) block).inside());
  }
}
