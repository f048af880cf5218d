package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.Read;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;

/**
 * The figures that the lessons on one neuron, on logistic regression, on over-fitting, on start
 * weights and on convolution quote are those that their runs give, to the digits printed here. They
 * were worked out in NumPy before, or stand in the lecture notes.
 */
class QuotedFiguresTest {
  private static final LessonLibrary LIBRARY = LessonLibrary.load(LessonCopy.SHIPPED);

  private static final Map<List<Object>, Frame> FRAMES = new HashMap<>();

  private static Frame frame(String lesson, String step, long epoch) {
    return FRAMES.computeIfAbsent(List.of(lesson, step, epoch), _ -> run(lesson, step, epoch));
  }

  private static Frame run(String lesson, String step, long epoch) {
    InlineSession session = new InlineSession();
    session.send(
        new Command.Load(LIBRARY.lesson(lesson).orElseThrow().step(step).orElseThrow().scene()));
    if (epoch > 0) {
      session.send(new Command.RunTo(epoch));
    }
    return session.newest();
  }

  @ParameterizedTest
  @CsvSource({
    "neuron, adaline, 300, J, 0.125",
    "neuron, adaline, 300, b[1][1], -0.25000",
    "neuron, adaline, 300, xor/yhat[3], 0.50000",
    "neuron, adaline, 0, limit, 0.313859",
    "neuron, sign, 1, 'W[1][1,1]', 2.536904818",
    "neuron, sign, 1, 'climbs/W[1][1,1]', -10.265984818",
    "neuron, sign, 10, 'climbs/W[1][1,1]', -25186010",
    "capacity, plateaus, 0, four/largestError, 0.7071",
    "capacity, plateaus, 0, largestError, 0.3827",
    "capacity, plateaus, 0, sixteen/largestError, 0.1951",
    "capacity, plateaus, 0, thirty-two/largestError, 0.0980",
    "capacity, pieces, 0, four/largestError, 0.2105",
    "capacity, pieces, 0, largestError, 0.0704",
    "capacity, pieces, 0, sixteen/largestError, 0.0188",
    "capacity, pieces, 0, thirty-two/largestError, 0.0048",
    "capacity, learned, 2000, four-again/J, 0.42",
    "convolution, tensors, 0, 'x[1,12]', 7",
    "convolution, window, 0, 'z[1][1,1]', -1",
    "convolution, window, 0, 'z[1][1,7]', 3",
    "convolution, window, 0, 'z[1][1,9]', -3",
    "convolution, shapes, 0, 'a[2][1,1]', 3",
    "convolution, shapes, 0, 'a[2][1,2]', 0",
    "convolution, shapes, 0, 'a[2][1,3]', 3",
    "convolution, shared, 0, 'dW[1][1,1]', 7",
    "convolution, shared, 0, 'dW[1][2,1]', 11",
    "convolution, shared, 0, 'dW[1][4,1]', 5",
    "convolution, shared, 0, 'dW[1][5,1]', 10",
    "convolution, shared, 0, 'dW[1][8,1]', 11",
    "convolution, back, 0, J, 1.2626",
    "convolution, back, 0, yhat[1], 0.2829",
    "convolution, back, 0, gradientNorm, 3.067",
    "convolution, back, 0, 'dW[1][4,1]', 0.22229334",
    "convolution, back, 0, 'dW[1][5,1]', 0",
    "logistic-regression, line, 3000, yhat[4], 0.485763",
    "logistic-regression, odds, 0, 'a[1][1,1]', 0.8",
    "logistic-regression, likelihood, 0, likelihood, 0.00390625",
    "logistic-regression, likelihood, 0, logLikelihood, -5.54518",
    "logistic-regression, hill, 0, limit, 1.11227",
    "logistic-regression, hill, 0, optimum:J, 0.3128812123",
    "logistic-regression, hill, 2000, J, 0.3128812493",
    "logistic-regression, hill, 0, 'optimum:W[1][1,1]', 2.5645868",
    "logistic-regression, pull, 0, 'dW[1][1,1]', -0.4375",
    "logistic-regression, certain, 100, 'W[1][1,1]', 1.738",
    "logistic-regression, certain, 1000, 'W[1][1,1]', 4.162",
    "logistic-regression, certain, 10000, 'W[1][1,1]', 8.298",
    "logistic-regression, certain, 10000, 'held/W[1][1,1]', 2.5038",
    "logistic-regression, losses, 400, b[1][1], 20.000",
    "logistic-regression, losses, 400, absolute/b[1][1], 3.0",
    "logistic-regression, losses, 400, huber/b[1][1], 3.000",
    "overfitting, three-fits, 1000, J, 0.05225",
    "overfitting, three-fits, 1000, line/J, 0.30198",
    "overfitting, three-fits, 1000, sixty/J, 0.00197",
    "overfitting, validation, 1000, validation:J, 0.10009",
    "overfitting, validation, 1000, validation:least, 0.05815",
    "overfitting, validation, 1000, validation:epoch, 270",
    "overfitting, validation, 1000, line/validation:J, 0.28416",
    "overfitting, validation, 1000, three/validation:J, 0.08384",
    "overfitting, stop, 1000, epoch, 126",
    "overfitting, too-early, 1000, epoch, 18",
    "overfitting, moons, 6000, correct, 235",
    "overfitting, moons, 6000, ten/correct, 234",
    "overfitting, moons, 6000, line/correct, 219",
    "overfitting, moons, 6000, ten/test:accuracy, 0.941",
    "overfitting, moons, 6000, test:accuracy, 0.939",
    "overfitting, by-heart, 300, J, 0.1499",
    "overfitting, by-heart, 300, test:J, 0.1591",
    "overfitting, weights, 5000, 'W[1][1,1]', 1.970588",
    "overfitting, weights, 5000, 'l-one/W[1][1,1]', 1.918392",
    "overfitting, weights, 5000, 'l-one/W[1][2,1]', 0.002547",
    "overfitting, weights, 5000, 'l-two/W[1][1,1]', 1.655772",
    "start-weights, ten-layers, 0, 'std[1]', 0.0789",
    "start-weights, ten-layers, 0, 'std[10]', 0.00000000001",
    "start-weights, ten-layers, 0, 'glorot/std[10]', 0.22",
    "start-weights, ten-layers, 0, 'large/std[10]', 0.88",
    "start-weights, ten-layers, 40, 'J', 0.6931",
    "start-weights, ten-layers, 40, 'glorot/test:accuracy', 0.762",
    "start-weights, ten-layers, 40, 'large/J', 0.0051",
    "start-weights, ten-layers, 40, 'large/test:accuracy', 0.504",
    "start-weights, relu, 0, 'glorot/std[1]', 0.584",
    "start-weights, relu, 0, 'std[10]', 0.57",
    "start-weights, relu, 0, 'glorot/std[10]', 0.018",
    "start-weights, batch-norm, 0, 'zhat[1][1,1]', -1.34164",
    "start-weights, batch-norm, 0, 'zhat[1][2,1]', -0.44721",
    "start-weights, dead, 500, 'J', 0.14",
    "start-weights, dead, 500, 'dead[1]', 1",
    "start-weights, dead, 500, 'db[1][1]', 0",
    "start-weights, symmetry, 0, 'std:W[1]', 0",
    "start-weights, deep-sigmoid, 40, 'plain/J', 0.693147",
    "start-weights, deep-sigmoid, 40, 'J', 0.328",
  })
  void aQuotedFigureIsThatOfTheRun(
      String lesson, String step, long epoch, String reading, String figure) {
    int point = figure.indexOf('.');
    double half = 0.5 * Math.pow(10, point < 0 ? 0 : -(figure.length() - point - 1));
    assertEquals(
        Double.parseDouble(figure),
        Read.value(frame(lesson, step, epoch), reading).orElseThrow(),
        half * 1.000001);
  }
}
