package org.ladera.session.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ladera.engine.spec.Experiment;
import org.ladera.session.Scene;
import org.ladera.session.reading.Reading;
import org.ladera.session.setting.Setting;

/**
 * One or two settings over values, each with several seeds, and what is read at the end of each
 * run. Sweeps of scenes that differ only in what is varied are equal: opening one of the runs does
 * not make another sweep of it.
 *
 * @param base one run, with the first value of each setting and the first seed
 * @param varied one or two
 * @param seeds at least one, no two the same
 * @param readings at least one
 */
public record Sweep(Scene base, List<Varied> varied, List<Long> seeds, List<Reading> readings) {
  /** More runs than these are refused. */
  public static final int MOST = 10_000;

  public Sweep {
    varied = List.copyOf(varied);
    seeds = List.copyOf(seeds);
    readings = List.copyOf(readings);
    if (varied.isEmpty() || varied.size() > 2 || seeds.isEmpty() || readings.isEmpty()) {
      throw new IllegalArgumentException("a sweep of " + varied + " with " + seeds);
    }
  }

  /**
   * A run of a sweep.
   *
   * @param values where in the values of each setting, from 0
   */
  public record Case(List<Integer> values, long seed) {
    public Case {
      values = List.copyOf(values);
    }
  }

  /**
   * The sweep of a run of a scene.
   *
   * @param run its id
   * @throws org.ladera.session.setting.SettingFault where it has no such setting or value
   */
  public static Sweep of(
      Scene scene, String run, List<Varied> varied, List<Long> seeds, List<Reading> readings) {
    Experiment e =
        scene.runs().stream()
            .filter(r -> r.id().equals(run))
            .findFirst()
            .orElse(scene.runs().getFirst())
            .experiment();
    for (Varied one : varied) {
      // Every value once, so that what cannot be is found before anything runs.
      Experiment before = e;
      one.values().forEach(value -> one.setting().in(before, value));
      e = one.setting().in(before, one.values().getFirst());
    }
    return new Sweep(
        scene.with(List.of(new Scene.Run(Scene.MAIN, Setting.seeded(e, seeds.getFirst())))),
        varied,
        seeds,
        readings);
  }

  /** How many runs it is. */
  public int size() {
    return varied.stream().mapToInt(v -> v.values().size()).reduce(seeds.size(), (a, b) -> a * b);
  }

  /** All runs: every value with the first seed, then every value with the second one. */
  public List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (long seed : seeds) {
      for (List<Integer> place : places()) {
        cases.add(new Case(place, seed));
      }
    }
    return cases;
  }

  /** All values, those of the first setting together for each value of the second. */
  public List<List<Integer>> places() {
    List<List<Integer>> places = new ArrayList<>();
    int second = varied.size() == 2 ? varied.getLast().values().size() : 1;
    for (int j = 0; j < second; j++) {
      for (int i = 0; i < varied.getFirst().values().size(); i++) {
        places.add(varied.size() == 2 ? List.of(i, j) : List.of(i));
      }
    }
    return places;
  }

  /** The scene of a run, with which it can be opened. */
  public Scene scene(Case of) {
    Experiment e = base.runs().getFirst().experiment();
    for (int i = 0; i < varied.size(); i++) {
      Varied one = varied.get(i);
      e = one.setting().in(e, one.values().get(of.values().get(i)));
    }
    return base.with(List.of(new Scene.Run(Scene.MAIN, Setting.seeded(e, of.seed()))));
  }

  // Data may be large, and equal sweeps have equal settings.
  @Override
  public int hashCode() {
    return Objects.hash(varied, seeds, readings, base.epochs());
  }
}
