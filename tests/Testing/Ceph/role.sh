#!/usr/bin/env bash
# A role of a gateway that start.sh has started, whom its user may become.
#   role.sh FOLDER NAME POLICY    FOLDER is start.sh's; POLICY, the only one of the role, is the text of one, and takes the place of another.
set -euo pipefail
export CEPH_CONF=$1/ceph.conf
trust='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam:::user/example"]},"Action":["sts:AssumeRole"]}]}'
radosgw-admin role get --role-name="$2" >/dev/null 2>&1 || radosgw-admin role create --role-name="$2" --assume-role-policy-doc="$trust"
radosgw-admin role-policy put --role-name="$2" --policy-name=stage --policy-doc="$3"
