package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.filing.TaskList;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.signing.Signings;

/** The page that sums a filing up: the person declares and submits, or signs at a window. */
@Component
class CheckPage {
    private final Drafts drafts;
    private final WindowFiling window;
    private final Identity identity;
    private final Organisation organisation;
    private final FormCheck check;
    private final FieldViews fields;
    private final FileStore files;
    private final DraftApplication application;
    private final Signings signings;

    CheckPage(
            Drafts drafts,
            WindowFiling window,
            Identity identity,
            Organisation organisation,
            FormCheck check,
            FieldViews fields,
            FileStore files,
            DraftApplication application,
            Signings signings) {
        this.drafts = drafts;
        this.window = window;
        this.identity = identity;
        this.organisation = organisation;
        this.check = check;
        this.fields = fields;
        this.files = files;
        this.application = application;
        this.signings = signings;
    }

    String show(SignedIn me, Draft draft, List<Wrong> wrong, Page page, Model model) {
        AtHand atHand = drafts.atHand(draft);
        TaskList list = TaskList.of(draft, atHand, check);
        model.addAttribute(
                "view",
                CheckView.of(
                        draft, list, atHand, fields, identity.nameOf(draft.party()), atWindow(me, draft, page), wrong));
        Paths.shell(model, draft, me);
        return "services/filing/check";
    }

    private Optional<CheckView.AtWindow> atWindow(SignedIn me, Draft draft, Page page) {
        Optional<StaffMember> staff = organisation.staff(me.person());
        return draft.visit(me.person())
                .map(_ -> new CheckView.AtWindow(
                        draft.signed().flatMap(one -> files.find(one.file())).map(StoredFile::name),
                        draft.isSigned(),
                        staff.filter(clerk -> window.mayAccept(clerk, draft.id()))
                                .isPresent(),
                        staff.map(clerk -> signings.onTablet(clerk, application.paper(me, draft, page)))
                                .orElse(Signings.OnTablet.NO)));
    }
}
