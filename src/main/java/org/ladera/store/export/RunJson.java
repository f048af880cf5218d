package org.ladera.store.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.landscape.SourceUnits;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.reading.HeldOutReading;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.Scalar;

/** The end of a run for programs. Doubles are written so that reading them gives the same bits. */
public final class RunJson {
  private RunJson() {}

  public static void write(
      PrintWriter out, String lesson, String step, long epochs, Frame frame, Milestones milestones)
      throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("lesson", lesson);
      json.writeStringField("step", step);
      json.writeArrayFieldStart("runs");
      for (RunFrame run : frame.runs()) {
        run(json, epochs, frame, run, milestones);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println();
  }

  private static void run(
      JsonGenerator json, long epochs, Frame frame, RunFrame run, Milestones milestones)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("run", run.id());
    json.writeNumberField("epochs", run.epoch());
    json.writeNumberField("updates", run.update());
    status(json, run, epochs);
    reading(json, "loss", frame, run, LossReading.NOW);
    reading(json, "sse", frame, run, LossReading.SQUARES);
    reading(json, "accuracy", frame, run, Scalar.ACCURACY);
    reading(
        json,
        "validationLoss",
        frame,
        run,
        new HeldOutReading(HeldOutReading.Part.VALIDATION, HeldOutReading.Number.LOSS));
    reading(
        json,
        "validationAccuracy",
        frame,
        run,
        new HeldOutReading(HeldOutReading.Part.VALIDATION, HeldOutReading.Number.ACCURACY));
    reading(
        json,
        "validationLeast",
        frame,
        run,
        new HeldOutReading(HeldOutReading.Part.VALIDATION, HeldOutReading.Number.LEAST));
    reading(
        json,
        "validationLeastEpoch",
        frame,
        run,
        new HeldOutReading(HeldOutReading.Part.VALIDATION, HeldOutReading.Number.LEAST_EPOCH));
    reading(
        json,
        "testLoss",
        frame,
        run,
        new HeldOutReading(HeldOutReading.Part.TEST, HeldOutReading.Number.LOSS));
    reading(
        json,
        "testAccuracy",
        frame,
        run,
        new HeldOutReading(HeldOutReading.Part.TEST, HeldOutReading.Number.ACCURACY));
    reading(json, "gradientNorm", frame, run, Scalar.GRADIENT_NORM);
    reading(json, "learningRate", frame, run, Scalar.RATE_NOW);
    reading(json, "limit", frame, run, Scalar.STABLE_RATE);
    reading(json, "updatesPerDigit", frame, run, Scalar.PER_DIGIT);
    reading(json, "updatesPerDigitMeasured", frame, run, Scalar.PER_DIGIT_MEASURED);
    ParameterNames names = ParameterNames.of(run.experiment().network());
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    parameters(json, "parameters", names, layout, run.parameters());
    Optional<MatrixView> source = SourceUnits.of(run.experiment(), run.parameters());
    if (source.isPresent()) {
      parameters(json, "rawParameters", names, layout, source.get());
    }
    json.writeArrayFieldStart("milestones");
    for (Milestones.Milestone at : milestones.of(run)) {
      json.writeStartObject();
      json.writeNumberField("epoch", at.epoch());
      number(json, "loss", at.loss());
      if (at.squares().isPresent()) {
        number(json, "sse", at.squares().getAsDouble());
      }
      if (at.overEpoch().isPresent()) {
        number(json, "sumOverEpoch", at.overEpoch().getAsDouble());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void parameters(
      JsonGenerator json,
      String field,
      ParameterNames names,
      ParameterLayout layout,
      MatrixView values)
      throws IOException {
    json.writeObjectFieldStart(field);
    for (int i = 0; i < layout.count(); i++) {
      number(json, names.of(layout.refAt(i)), values.get(i));
    }
    json.writeEndObject();
  }

  private static void status(JsonGenerator json, RunFrame run, long epochs) throws IOException {
    if (run.status() instanceof Status.Diverged diverged) {
      json.writeStringField("status", "diverged");
      if (diverged.cause() == null) {
        json.writeNumberField("growingEpochs", diverged.growth());
      } else {
        json.writeNumberField("divergedAtUpdate", diverged.cause().update());
      }
    } else if (run.stuck().isPresent()) {
      json.writeStringField("status", "stuck");
      json.writeStringField("cause", run.stuck().get().name());
    } else {
      json.writeStringField("status", run.epoch() >= epochs ? "finished" : "stopped");
    }
  }

  private static void reading(
      JsonGenerator json, String field, Frame frame, RunFrame run, Reading reading)
      throws IOException {
    OptionalDouble value = reading.value(frame, run);
    if (value.isPresent()) {
      number(json, field, value.getAsDouble());
    }
  }

  /** JSON has no infinities; null stands for a number that is not finite. */
  private static void number(JsonGenerator json, String field, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(field, value);
    } else {
      json.writeNullField(field);
    }
  }
}
