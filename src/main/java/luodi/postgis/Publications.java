package luodi.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import luodi.fault.FaultException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what anybody publishes or withdraws in a database: {@code NOTIFY luodi}, with a poll behind
 * it, because a notification is lost while the connection is. A connection that breaks is made
 * anew.
 */
public final class Publications implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

  private final PostgisDatabase database;
  private final Duration poll;
  private final Runnable look;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Connection connection; // guarded by this

  private Publications(PostgisDatabase database, Duration poll, Runnable look) {
    this.database = database;
    this.poll = poll;
    this.look = look;
  }

  /**
   * Begins to listen.
   *
   * @param poll how long nothing must be heard until it is looked all the same
   * @param look looks what is new; called by one thread, after each notification and each poll
   */
  public static Publications hear(PostgisDatabase database, Duration poll, Runnable look) {
    Publications publications = new Publications(database, poll, look);
    Thread thread = new Thread(publications::listen, "publications");
    thread.setDaemon(true);
    thread.start();
    return publications;
  }

  @Override
  public void close() {
    closed.countDown();
    hangUp();
  }

  private void listen() {
    boolean heard = true;
    while (isOpen(heard ? Duration.ZERO : poll)) {
      try {
        listenOn(connected());
      } catch (SQLException | FaultException broken) {
        if (closed.getCount() > 0) {
          LOG.warn(
              "publications are not heard database={} cause={}",
              database.url(),
              SqlFaults.message(broken));
        }
        heard = false;
      } finally {
        hangUp();
      }
    }
  }

  /** Until the connection breaks. */
  private void listenOn(Connection line) throws SQLException {
    try (Statement statement = line.createStatement()) {
      statement.execute("LISTEN luodi");
    }
    int waitMs = (int) Math.max(1, poll.toMillis());
    while (closed.getCount() > 0) {
      look.run(); // at first for what was missed before
      line.unwrap(PGConnection.class).getNotifications(waitMs);
      if (!line.isValid(20)) {
        throw new SQLException("the connection is lost");
      }
    }
  }

  private synchronized Connection connected() {
    connection = database.connect();
    return connection;
  }

  private synchronized void hangUp() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException gone) {
      LOG.debug("the connection was gone", gone);
    }
    connection = null;
  }

  private boolean isOpen(Duration wait) {
    try {
      return !closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
