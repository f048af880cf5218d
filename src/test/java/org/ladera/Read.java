package org.ladera;

import java.util.List;
import java.util.OptionalDouble;
import org.ladera.session.Frame;
import org.ladera.session.reading.RunReading;

/** Readings by their names. */
public final class Read {
  /** A name of every kind, of XOR in two hidden layers of two units. */
  public static final List<String> NAMES =
      List.of(
          "J",
          "sse",
          "start:J",
          "optimum:sse",
          "gradientNorm",
          "accuracy",
          "correct",
          "epoch",
          "update",
          "epochs",
          "samples",
          "rate",
          "lambdaMax",
          "lambdaMin",
          "limit",
          "condition",
          "etaLambda",
          "bound",
          "etaLambdaStep",
          "shrink",
          "perDigit",
          "perDigitMeasured",
          "step:W[2][1,2]",
          "effective:b[1][2]",
          "W[2][1,2]",
          "b[1][2]",
          "dW[2][1,2]",
          "db[3][1]",
          "W'[1][2,1]",
          "b'[2][2]",
          "Wseq[1][1,1]",
          "bseq[1][1]",
          "start:W[1][2,2]",
          "largestError",
          "optimum:b[3][1]",
          "raw:W[1][1,1]",
          "x[3]",
          "x[3,2]",
          "y[2]",
          "yhat[4]",
          "r[1]",
          "loss[4]",
          "z[1][4,2]",
          "a[2][4,1]",
          "slope[1][3,2]",
          "delta[1][2,2]",
          "exp[1][1,1]",
          "through[1][4,2]",
          "jacobian[1][4,2,1]",
          "secant[1][2,4,1]",
          "secantError[1][2,4,1]",
          "saturated[2]",
          "dead[2]",
          "mean[2]",
          "std[3]",
          "std:z[1]",
          "mean:delta[2]",
          "std:W[2]",
          "std:dW[3]");

  /** Names of what only a run has that holds examples out. */
  public static final List<String> HELD_OUT = List.of("validation:J", "test:accuracy");

  private Read() {}

  public static RunReading of(String name) {
    return RunReading.parse(name).orElseThrow(() -> new AssertionError(name));
  }

  public static OptionalDouble value(Frame frame, String name) {
    return of(name).value(frame);
  }
}
