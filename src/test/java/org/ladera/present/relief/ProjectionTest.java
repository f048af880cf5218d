package org.ladera.present.relief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProjectionTest {
  @Test
  void aPixelLeadsBackToItsPlace() {
    for (Camera camera :
        new Camera[] {Camera.HOME, new Camera(2.7, 0.3, 1.6), new Camera(-1.1, 1.4, 0.7)}) {
      Projection p = Projection.fitting(camera, 20, 10, 500, 400);
      Projection.Spot spot = p.spot(0.23, 0.81, 0.37);
      Projection.Place place = p.place(spot.x(), spot.y(), spot.nearness());
      assertEquals(0.23, place.u(), 1e-9);
      assertEquals(0.81, place.v(), 1e-9);
      assertEquals(0.37, place.height(), 1e-9);
    }
  }

  @Test
  void theBlockFitsAtEveryTurn() {
    for (double yaw = -3; yaw < 3.2; yaw += 0.17) {
      Projection p = Projection.fitting(new Camera(yaw, 0.8, 1), 20, 10, 500, 400);
      for (int corner = 0; corner < 8; corner++) {
        Projection.Spot spot = p.spot(corner & 1, corner >> 1 & 1, corner >> 2);
        assertTrue(spot.x() > 19 && spot.x() < 521 && spot.y() > 9 && spot.y() < 411);
      }
    }
  }

  @Test
  void higherPlacesLieHigherOnTheScreenAndTheFrontCornerIsNearest() {
    Projection p = Projection.fitting(Camera.HOME, 0, 0, 500, 400);
    assertTrue(p.spot(0.5, 0.5, 1).y() < p.spot(0.5, 0.5, 0).y());
    // From home one looks from large u and small v.
    double front = p.spot(1, 0, 0).nearness();
    assertTrue(front > p.spot(0, 0, 0).nearness());
    assertTrue(front > p.spot(1, 1, 0).nearness());
    assertTrue(front > p.spot(0, 1, 0).nearness());
  }

  @Test
  void theCameraStaysAboveTheGround() {
    Camera under = Camera.HOME.turned(0, -5);
    assertTrue(under.pitch() > 0);
    assertTrue(Camera.HOME.turned(0, 5).pitch() < Math.PI / 2);
  }
}
