package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/**
 * The guide of a draft: its questions, what each answer spares, and what it comes to.
 *
 * @param tried the answers tried out: situation → answer
 * @param left the materials these answers leave
 * @param reached the handling item they lead to
 */
public record GuideView(
        EditorSheet sheet,
        ServiceItem item,
        List<MemberLine> situations,
        List<MemberLine> handling,
        Map<String, String> tried,
        List<Material> left,
        Optional<HandlingItem> reached) {

    public boolean isTried(Situation situation, Situation.Answer answer) {
        return answer.id().equals(tried.get(situation.id()));
    }

    public boolean isLeft(Material material) {
        return left.contains(material);
    }
}
