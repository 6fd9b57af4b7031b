package org.zhengtong.services.supervision.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.RunningCases;
import org.zhengtong.services.cases.RunningFilter;
import org.zhengtong.services.cases.RunningItem;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.supervision.Supervision;

/** @param bodies to choose from; one for the head of a body */
public record RunningView(
        RunningCases cases, Supervision.Wanted wanted, List<Body> bodies, List<RunningItem> items, String ownBody) {

    public List<Role> posts() {
        return List.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    }

    public int pages() {
        return Math.max(1, Math.ceilDiv(cases.total(), RunningFilter.PAGE_SIZE));
    }

    public String address(Optional<Light> light, int page) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("light", light.map(Enum::name).orElse(""));
        parts.put("body", wanted.body().orElse(""));
        parts.put("item", wanted.item().map(ItemCode::value).orElse(""));
        parts.put("post", wanted.post().map(Enum::name).orElse(""));
        parts.put("page", page == 1 ? "" : Integer.toString(page));
        return Choices.address("/desk/supervision/cases", parts);
    }
}
