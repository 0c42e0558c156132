/**
 * Where ground and law meet: {@code Proposal} (a project and its parts), {@code Faces} (the
 * signatures under a part), {@code Screener} (site to {@code Screening}), {@code Places} (the
 * ranked parks). It knows neither HTTP nor a store.
 */
package luodi.siting;
