package org.ladera.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands in, frames out. */
public interface Session extends AutoCloseable {
  /** Asks for something; it is carried out between two updates, in the order sent. */
  void send(Command command);

  /**
   * The newest frame, or null before the first scene. The same object until there is a newer one.
   */
  @Nullable Frame newest();

  /**
   * The newest mistake of the program in work of its own threads, told once; empty when all went
   * well since the last call. A session without threads throws it out of {@link #send} or {@link
   * #newest} instead.
   */
  Optional<Failure> failure();

  /** The newest command that was refused for what it would need, told once; empty without one. */
  default Optional<RefusedChange> refusal() {
    return Optional.empty();
  }

  @Override
  void close();
}
