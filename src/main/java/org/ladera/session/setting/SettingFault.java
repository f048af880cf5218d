package org.ladera.session.setting;

import java.util.Collection;
import java.util.List;

/** A setting that there is not, or a value that it cannot have. */
public final class SettingFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** What is wrong. */
  public enum Kind {
    /** No setting is called so. */
    NAME,
    /** No optimizer is called so. */
    OPTIMIZER,
    ACTIVATION,
    START,
    /** Not a number. */
    NUMBER,
    /** Not a whole number. */
    WHOLE,
    POSITIVE,
    NOT_NEGATIVE,
    /** Outside of what there may be. */
    RANGE,
    /** The network has no hidden layer, or other layers than dense ones. */
    HIDDEN,
    /** Start weights are written down one by one and would not fit another network. */
    GIVEN
  }

  private final Kind kind;
  private final String name;
  private final String value;
  private final transient List<String> valid;

  SettingFault(Kind kind, String name, String value, Collection<String> valid) {
    super(kind + ": " + name + " = " + value);
    this.kind = kind;
    this.name = name;
    this.value = value;
    this.valid = List.copyOf(valid);
  }

  SettingFault(Kind kind, String name, String value) {
    this(kind, name, value, List.of());
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public String value() {
    return value;
  }

  /** The words that there are, where it was a word; of a range its least and its greatest. */
  public List<String> valid() {
    return valid;
  }
}
