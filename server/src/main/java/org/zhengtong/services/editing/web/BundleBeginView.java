package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.people.organisation.Body;

/**
 * A bundle is begun.
 *
 * @param bodies those that may lead it
 * @param own the body of who begins it
 */
public record BundleBeginView(List<Body> bodies, Body own, int longestName) {}
