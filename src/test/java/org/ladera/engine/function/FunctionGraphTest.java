package org.ladera.engine.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.engine.function.FunctionSyntaxException.Expected;
import org.ladera.engine.random.SplitMix64;

final class FunctionGraphTest {
  @ParameterizedTest
  @CsvSource({
    "x^2*y + y, 2",
    "-x^2, -1",
    "(-x)^2, 1",
    "2^3^2*x, 512",
    "x - y - 1, -1",
    "x/y/2, 0.5",
    "2e3*x + .5, 2000.5",
    "ln(e^x), 1",
    "4*σ(x - y), 2",
    "cos(pi*x), -1",
    "relu(-x) + sqrt(4*y), 2",
    "x^-2 + 3, 4",
    "3 − x·2, 1"
  })
  void theGrammarIsThatOfSchool(String text, double atOne) throws Exception {
    GraphPass pass = new GraphPass(FunctionGraph.parse(text));
    assertEquals(atOne, pass.forward(new double[] {1, 1}), 1e-15 * Math.abs(atOne));
  }

  @ParameterizedTest
  @CsvSource({
    "'x + ', 4, OPERAND",
    "x y, 2, OPERATOR",
    "2x, 1, OPERATOR",
    "(x + y, 6, CLOSING_BRACKET",
    "sin x, 4, ARGUMENT",
    "sine(x), 0, FUNCTION",
    "x + 1.2.3, 4, NUMBER",
    "1e999*x, 0, NUMBER",
    "3 + 4, 5, A_VARIABLE",
    "a+b+c+d+f+g+h+i+j, 16, FEWER_VARIABLES",
    "x # y, 2, OPERATOR",
    "x**2, 2, OPERAND"
  })
  void aFaultSaysWhereAndWhatWasExpected(String text, int position, Expected expected) {
    FunctionSyntaxException fault =
        assertThrows(FunctionSyntaxException.class, () -> FunctionGraph.parse(text));
    assertEquals(expected, fault.expected());
    assertEquals(position, fault.position());
  }

  @Test
  void noTextOverflowsTheReader() {
    for (String part : List.of("(", "-", "x^", "sin(", "2^", "(-", "1+")) {
      assertThrows(FunctionSyntaxException.class, () -> FunctionGraph.parse(part.repeat(900)));
    }
  }

  @Test
  void aVariableIsOneNodeHoweverOftenItIsNamed() throws Exception {
    FunctionGraph graph = FunctionGraph.parse("x^2*y + y");
    assertEquals(List.of("x", "y"), graph.variables());
    assertEquals(
        List.of(
            new GraphNode.Variable(0),
            new GraphNode.WholePower(0, 2),
            new GraphNode.Variable(1),
            new GraphNode.Product(1, 2),
            new GraphNode.Sum(3, 2)),
        graph.nodes());
    assertEquals("x^2*y", graph.text().substring(graph.span(3).from(), graph.span(3).to()).strip());
  }

  /** The example of the seed: f = 2 at (1, 1), backwards ∂f/∂y = 1 + 1 and ∂f/∂x = 2. */
  @Test
  void contributionsOfSeveralPathsAddUp() throws Exception {
    GraphPass pass = new GraphPass(FunctionGraph.parse("x^2*y + y"));
    assertEquals(2, pass.forward(new double[] {1, 1}));
    double[] gradient = new double[2];
    pass.reverse(gradient);
    assertEquals(2, gradient[0]);
    assertEquals(2, gradient[1]);
    assertEquals(1, pass.adjoint(3));
  }

  static Stream<String> expressions() {
    return Stream.concat(
        Stream.of(NamedFunction.values()).map(f -> f.graph().text()),
        Stream.of(
            "exp(x*y)/(1 + y^2)",
            "ln(1 + exp(-(2*x - 3*y)))",
            "sigmoid(x)*tanh(y) - cos(x*y)^3",
            "sqrt(1 + x^2)*sin(y)",
            "(2 + x^2)^(y/3)",
            "(3*x + y)^2",
            "1/(2 + x)^2 + relu(x + 3)*y - relu(y - 3)",
            "(1.5 + sin(x))^-1.5*y"));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void derivativesAreThoseOfRichardsonAndOfEachOther(String text) throws Exception {
    GraphPass pass = new GraphPass(FunctionGraph.parse(text));
    SplitMix64 random = new SplitMix64(7);
    double[] gradient = new double[2];
    double[] product = new double[2];
    double[] higher = new double[2];
    double[] lower = new double[2];
    for (int round = 0; round < 50; round++) {
      double[] at = {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
      double[] v = {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
      double f = pass.forward(at);
      pass.reverse(gradient);
      double expected = richardson(h -> pass.forward(along(at, v, h)));
      double scale = 1 + Math.abs(f) + Math.hypot(gradient[0], gradient[1]);
      assertEquals(expected, gradient[0] * v[0] + gradient[1] * v[1], 1e-9 * scale, text);
      pass.forward(at);
      assertEquals(
          pass.tangent(v), gradient[0] * v[0] + gradient[1] * v[1], 1e-13 * scale, "forward mode");
      pass.hessianTimes(v, product);
      for (int i = 0; i < 2; i++) {
        int component = i;
        double second =
            richardson(
                h -> {
                  pass.forward(along(at, v, h));
                  pass.reverse(higher);
                  return higher[component];
                });
        double size = scale + Math.hypot(product[0], product[1]);
        assertEquals(second, product[i], 1e-8 * size, text + " curvature");
      }
      pass.forward(at);
      pass.reverse(lower);
      assertEquals(gradient[0], lower[0], 0, "the same again, bit for bit");
    }
  }

  @Test
  void everyNamedFunctionIsFoundByItsNameAndStartsInsideItsPicture() {
    for (NamedFunction function : NamedFunction.values()) {
      assertEquals(function, NamedFunction.named(function.word()).orElseThrow());
      assertTrue(Math.abs(function.startX()) < function.reach(), function.word());
      assertTrue(Math.abs(function.startY()) < function.reach(), function.word());
    }
  }

  private static double[] along(double[] at, double[] v, double h) {
    return new double[] {at[0] + h * v[0], at[1] + h * v[1]};
  }

  /** Central differences extrapolated twice: error of h⁶. */
  private static double richardson(java.util.function.DoubleUnaryOperator f) {
    double h = 1e-2;
    double a = central(f, h);
    double b = central(f, h / 2);
    double c = central(f, h / 4);
    double ab = (4 * b - a) / 3;
    double bc = (4 * c - b) / 3;
    return (16 * bc - ab) / 15;
  }

  private static double central(java.util.function.DoubleUnaryOperator f, double h) {
    return (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
  }
}
