package org.ladera.session.run;

import org.ladera.session.Status;

/** What a group of runs does, as far as it is the same for all of them. */
enum Mode {
  READY(new Status.Ready()),
  RUNNING(new Status.Running()),
  PAUSED(new Status.Paused()),
  FINISHED(new Status.Finished());

  private final Status status;

  Mode(Status status) {
    this.status = status;
  }

  Status status() {
    return status;
  }
}
