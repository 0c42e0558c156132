/**
 * Where ground and law meet: {@code Proposal} (a project and its parts), {@code GroundUnderPart}
 * (the faces under a part and what the law says of them), {@code Screener} (site to {@code
 * Screening}), {@code Places} (the ranked parks). It knows neither HTTP nor a store.
 */
package luodi.siting;
