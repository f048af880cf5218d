package org.ladera.ui.window.page;

import java.util.function.UnaryOperator;
import org.ladera.store.image.Picture;
import org.ladera.ui.window.appearance.Settings;

/** What a person does on a page. */
public interface PageActions {
  /** To the step where the person was, or to the first one. */
  void goOn();

  /** To the step where a lesson goes on. */
  void open(int lesson);

  /** Has a picture written to a file that the person chooses. */
  void save(Picture picture, String name);

  /** To all lessons. */
  void lessons();

  /** To where a laboratory begins. */
  void laboratory();

  /** Away from the page, to what was before it. */
  void back();

  /** Makes other settings of the present ones. */
  void change(UnaryOperator<Settings> how);
}
