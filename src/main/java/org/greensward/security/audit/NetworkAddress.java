package org.greensward.security.audit;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * From where a request comes. What a header says of it is believed only when it was brought by a
 * proxy beside us: from elsewhere anybody writes any header.
 */
public final class NetworkAddress {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");

  private NetworkAddress() {}

  /** The address as text that PostgreSQL reads. */
  public static String of(HttpServletRequest request) {
    ServletRequest innermost = request;
    while (innermost instanceof ServletRequestWrapper wrapper) {
      innermost = wrapper.getRequest();
    }
    String peer = bare(innermost.getRemoteAddr());
    String said = bare(request.getRemoteAddr());
    return LITERAL.matcher(said).matches() && isBeside(peer) ? said : peer;
  }

  private static String bare(String address) {
    String text = address == null ? "" : address.replaceAll("[\\[\\]]", "");
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }

  private static boolean isBeside(String peer) {
    try {
      // A literal is read without asking the network.
      InetAddress address = InetAddress.getByName(peer);
      return address.isLoopbackAddress() || address.isSiteLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
