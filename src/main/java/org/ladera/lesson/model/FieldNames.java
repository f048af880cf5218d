package org.ladera.lesson.model;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;

/** The fields of a lesson file that a record stands for: the names of its components. */
final class FieldNames {
  private FieldNames() {}

  static Set<String> of(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> inside = component.getType();
      if (!OptionGroup.class.isAssignableFrom(inside)) {
        names.add(component.getName());
      } else if (inside.isRecord()) {
        names.addAll(of(inside));
      } else {
        // One of several: the field that says which, and the fields of each.
        names.add(component.getName());
        for (Class<?> one : inside.getPermittedSubclasses()) {
          names.addAll(of(one));
        }
      }
    }
    return names;
  }
}
