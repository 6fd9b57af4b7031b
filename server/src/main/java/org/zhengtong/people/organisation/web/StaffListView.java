package org.zhengtong.people.organisation.web;

import java.util.List;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.StaffMember;

/**
 * The staff of one body.
 *
 * @param me whoever looks, who cannot change their own appointment
 */
public record StaffListView(List<Body> bodies, Body chosen, List<StaffMember> members, PersonId me, String done) {}
