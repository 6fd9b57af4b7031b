package org.zhengtong.people.organisation.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Absence;
import org.zhengtong.people.organisation.StaffMember;

/**
 * @param now what is arranged
 * @param problem why what was asked for was not arranged
 */
public record AbsenceView(
        Optional<Absence> now,
        List<StaffMember> deputies,
        Optional<Problem> problem,
        String deputy,
        String from,
        String until) {}
