package org.ladera.ui.window.lab;

import java.util.function.UnaryOperator;
import org.ladera.engine.spec.Edit;
import org.ladera.store.document.LabDocument;

/** What a person does in a laboratory. */
public interface LabActions {
  /** Another document, whose run begins anew; the one before is kept for undo. */
  void change(LabPart part, UnaryOperator<LabDocument> how);

  /** A change that a run can take on its way: from here, or as {@link #change}, as was chosen. */
  void change(LabPart part, Edit edit, UnaryOperator<LabDocument> how);

  /**
   * A change that a hand makes while it moves.
   *
   * @param goesOn whether it is one more of the same movement, which is taken back as a whole
   */
  void drag(LabPart part, UnaryOperator<LabDocument> how, boolean goesOn);

  /** The panel is made anew. */
  void renew();

  /** Whether what a run can take on its way is done from here. */
  void fromHere(boolean is);

  /** A change that was refused, with another one that makes it possible. */
  void mend(UnaryOperator<LabDocument> how);

  /** The change that would take long, or much memory, is made all the same. */
  void build();

  /** The refused change is forgotten. */
  void forget();

  void undo();

  void redo();

  void rename(String title);

  /** Files and strings. */
  LabExchange exchange();

  /** Back to where the person was before. */
  void leave();
}
