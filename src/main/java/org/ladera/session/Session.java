package org.ladera.session;

/** Commands in, frames out. */
public interface Session extends AutoCloseable {
  /** Asks for something; it is carried out between two updates, in the order sent. */
  void send(Command command);

  /**
   * The newest frame, or null before the first scene. The same object until there is a newer one.
   */
  Frame newest();

  @Override
  void close();
}
