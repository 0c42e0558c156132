package luodi.web;

import java.nio.ByteBuffer;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Requests that are so broken that no route sees them get a problem all the same. */
final class JettyProblems extends ErrorHandler {
  /** Jetty by itself tells nothing to methods other than GET, POST and HEAD. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    FaultException fault = fault(code);
    response.setStatus(fault.fault().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    response.getHeaders().put("Access-Control-Allow-Origin", "*");
    // Jetty hangs up on who cannot speak HTTP; a client that is not told would ask on and get
    // nothing
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.write(true, ByteBuffer.wrap(Problems.body(fault)), callback);
  }

  private static FaultException fault(int code) {
    return switch (code) {
      case 404 ->
          Fault.NOT_FOUND.because(
              "There is nothing at this address; GET /api lists what there is.");
      case 405 -> Fault.NOT_ALLOWED.because("This method is not answered here.");
      case 413, 414, 431 ->
          Fault.TOO_LARGE.because(
              "The request's address or headers are too long; POST a body instead of a long query.");
      case 503 -> Fault.UNAVAILABLE.because("The server cannot answer now; ask again later.");
      default ->
          code >= 500 && code != 505
              ? Fault.INTERNAL.because("Something went wrong on our side.")
              : Fault.BAD_PARAMETER.because(
                  "The request is not well-formed HTTP: check the percent-encoding of its address and its headers.");
    };
  }
}
