package org.ladera.session;

import java.util.List;
import java.util.zip.CRC32C;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.timeline.Recipe;

/**
 * The runs of a scene with their branches, as recipes: small enough for a file. Replayed over the
 * same scene they are what they were, bit for bit.
 */
public record SavedScene(List<SavedRun> runs) {
  public SavedScene {
    runs = List.copyOf(runs);
  }

  /**
   * One run.
   *
   * @param update at which it stood, on the branch on stage
   * @param checksum of its parameters there
   */
  public record SavedRun(String id, long update, long checksum, List<SavedBranch> branches) {
    public SavedRun {
      branches = List.copyOf(branches);
      if (branches.stream().filter(SavedBranch::active).count() != 1) {
        throw new IllegalArgumentException("one branch is on stage");
      }
    }

    public SavedBranch onStage() {
      return branches.stream().filter(SavedBranch::active).findFirst().orElseThrow();
    }
  }

  /**
   * One branch; what it shares with others is that of {@link RunFrame.BranchFrame}.
   *
   * @param start how its experiment departs from that of the scene's run
   * @param edits made on the way
   * @param reached the furthest update it has been to
   * @param diverged whether the update after that was not possible
   */
  public record SavedBranch(
      int id,
      int parent,
      long fork,
      String name,
      boolean active,
      boolean compared,
      Departure start,
      List<Recipe.Stamped> edits,
      long reached,
      boolean diverged) {
    public SavedBranch {
      edits = List.copyOf(edits);
    }

    private static SavedBranch of(RunFrame.BranchFrame branch, Experiment base) {
      Recipe recipe = branch.recipe();
      return new SavedBranch(
          branch.id(),
          branch.parent(),
          branch.fork(),
          branch.name(),
          branch.active(),
          branch.compared(),
          Departure.of(base, recipe.experiment()),
          recipe.edits(),
          branch.reached(),
          branch.diverged());
    }

    /** All that it is made of, in a scene in which its run has this experiment. */
    public Recipe recipe(Experiment base) {
      return new Recipe(start.from(base), edits);
    }
  }

  /**
   * @param frame of the engine, not in a reader's notation
   * @param scene as its lesson has it
   */
  public static SavedScene of(Frame frame, Scene scene) {
    return new SavedScene(
        scene.runs().stream()
            .map(
                run -> {
                  RunFrame now = frame.run(run.id());
                  return new SavedRun(
                      run.id(),
                      now.update(),
                      checksum(now.parameters()),
                      now.branches().stream()
                          .map(b -> SavedBranch.of(b, run.experiment()))
                          .toList());
                })
            .toList());
  }

  /** Whether nobody has done anything in it. */
  public static boolean isUntouched(Frame frame, Scene scene) {
    return scene.runs().stream()
        .allMatch(
            run -> {
              RunFrame now = frame.run(run.id());
              RunFrame.BranchFrame branch = now.branches().getFirst();
              return now.reachedEpoch() == 0
                  && now.branches().size() == 1
                  && branch.recipe().edits().isEmpty()
                  && branch.experiment().equals(run.experiment());
            });
  }

  /** The run with this id. */
  public SavedRun run(String id) {
    return runs.stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no run " + id + " was saved"));
  }

  /** Whether a run of a frame stands where it stood, but with other numbers. */
  public boolean departs(Frame frame) {
    return runs.stream()
        .anyMatch(
            saved -> {
              RunFrame run = frame.run(saved.id());
              return run.update() == saved.update()
                  && checksum(run.parameters()) != saved.checksum();
            });
  }

  private static long checksum(MatrixView parameters) {
    CRC32C sum = new CRC32C();
    for (int i = 0; i < parameters.size(); i++) {
      long bits = Double.doubleToLongBits(parameters.get(i));
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        sum.update((int) (bits >>> shift));
      }
    }
    return sum.getValue();
  }
}
