comment on column notices.receiver.secret is 'sealed as notices.receiver.secret:{id}';
