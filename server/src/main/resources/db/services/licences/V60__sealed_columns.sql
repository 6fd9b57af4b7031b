comment on column licences.licence_version.record is 'sealed as licences.licence_version.record:{identifier}';
