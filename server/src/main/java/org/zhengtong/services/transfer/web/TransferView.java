package org.zhengtong.services.transfer.web;

import java.util.List;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Profile;

/** The page of files in and out. */
public record TransferView(List<Body> bodies, List<Import> imports, List<Profile> profiles) {}
