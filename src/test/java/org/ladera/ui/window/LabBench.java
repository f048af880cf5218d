package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.ladera.engine.data.Generator;
import org.ladera.session.Command;
import org.ladera.session.RunFrame;
import org.ladera.store.document.NewLab;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;

/** A laboratory in the real window, with what a person does there. */
abstract class LabBench {
  static Typesetter typesetter;
  WindowBench bench;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  @BeforeEach
  void begin() {
    bench = Fx.on(() -> new WindowBench(typesetter, WindowBench.plain(Language.EN), 1280, 800));
    Fx.on(
        () -> {
          bench.controller.lab.begin(NewLab.drawn(Generator.XOR));
          return null;
        });
    until(() -> bench.find("lab-panel").isPresent() && bench.frame() != null);
  }

  @AfterEach
  final void end() {
    Fx.on(
        () -> {
          bench.close();
          return null;
        });
  }

  void until(Callable<Boolean> condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!Fx.on(
        () -> {
          bench.settle();
          return condition.call();
        })) {
      assertTrue(System.nanoTime() < end, "in time");
      Fx.pulse();
    }
  }

  RunFrame run() {
    return Fx.on(() -> bench.frame().main());
  }

  void train(int epochs) {
    Fx.on(
        () -> {
          bench.session.send(new Command.RunTo(epochs));
          bench.settle();
          return null;
        });
  }

  void fire(String id) {
    Fx.on(
        () -> {
          ((Button) bench.find(id).orElseThrow(() -> new AssertionError(id))).fire();
          return bench.settle();
        });
  }

  void type(String id, String text) {
    Fx.on(
        () -> {
          TextField field = (TextField) bench.find(id).orElseThrow(() -> new AssertionError(id));
          field.requestFocus();
          field.setText(text);
          field.fireEvent(new javafx.event.ActionEvent());
          return bench.settle();
        });
  }

  void control(KeyCode code) {
    Fx.on(() -> bench.control(code));
  }

  @SuppressWarnings("unchecked")
  <T> void choose(String id, T value) {
    Fx.on(
        () -> {
          ((javafx.scene.control.ComboBox<T>)
                  bench.find(id).orElseThrow(() -> new AssertionError(id)))
              .setValue(value);
          return bench.settle();
        });
  }
}
