package luodi.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A link of RFC 8288.
 *
 * @param href absolute address
 * @param rel what the target is to this resource
 * @param type the target's media type
 * @param title for people
 * @param templated true when the address has names in braces; null when it is whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(String href, String rel, String type, String title, Boolean templated) {
  public Link(String href, String rel, String type, String title) {
    this(href, rel, type, title, null);
  }
}
