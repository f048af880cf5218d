package org.ladera.lesson.model;

import java.util.List;
import java.util.Set;
import org.ladera.engine.spec.ParameterRef;

/** Something the learner can change in a step. */
public sealed interface Control {
  /** The kinds, each with the record of its fields. */
  enum Kind implements Word {
    RATE(Rate.class),
    PARAMETER(Parameter.class),
    START(Start.class),
    BATCH_SIZE(BatchSize.class),
    SETTING(Setting.class),
    IMAGES(Images.class);

    private final Class<? extends Control> control;

    Kind(Class<? extends Control> control) {
      this.control = control;
    }

    /** The fields of a lesson file for a control of this kind, {@code id} among them. */
    public Set<String> fields() {
      return FieldNames.of(control);
    }
  }

  default Kind kind() {
    return switch (this) {
      case Rate _ -> Kind.RATE;
      case Parameter _ -> Kind.PARAMETER;
      case Start _ -> Kind.START;
      case BatchSize _ -> Kind.BATCH_SIZE;
      case Setting _ -> Kind.SETTING;
      case Images _ -> Kind.IMAGES;
    };
  }

  String id();

  /** The learning rate, on a logarithmic slider with an exact field and the limit marked. */
  record Rate(String id, double min, double max, List<Double> presets, boolean showLimit)
      implements Control {}

  /**
   * One parameter of the network by slider and exact number.
   *
   * @param log whether equal factors are equal distances on the slider
   */
  record Parameter(String id, ParameterRef parameter, double min, double max, boolean log)
      implements Control {}

  /** Start values of chosen parameters, with a button for new weights. */
  record Start(String id, List<ParameterRef> parameters, boolean reseed) implements Control {}

  /**
   * Another setting of the main run, by its name.
   *
   * @param values as they are written, two to six
   */
  record Setting(String id, org.ladera.session.setting.Setting setting, List<String> values)
      implements Control {
    public Setting {
      values = List.copyOf(values);
    }
  }

  /** Examples per update: 0 = all. */
  record BatchSize(String id, List<Integer> sizes) implements Control {}

  /**
   * The pictures of the step, or those of a folder that the person has.
   *
   * @param examples how many of the folder are trained on at most
   */
  record Images(String id, int examples) implements Control {}
}
